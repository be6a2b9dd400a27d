import { run } from './commandline/run.ts';

run(process.argv.slice(2)).then(
  status => {
    process.exitCode = status;
  },
  error => {
    process.stderr.write(`gca-report: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
