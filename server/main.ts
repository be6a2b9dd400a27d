/**
 * The one bundle behind every program: the language server in a Worker, the language server on Node, the command
 * line. They share nearly everything, and a package that held it three times would be three times as large. Each
 * program's own parts are set up only where they run.
 */

declare const WorkerGlobalScope: unknown;
declare const gcaReportProgram: 'command line' | undefined;

if (typeof WorkerGlobalScope !== 'undefined') void import('./web.ts');
else if (typeof gcaReportProgram !== 'undefined') void import('./cli.ts');
else void import('./node.ts');
