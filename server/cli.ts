import { run } from './commandline/run.ts';

// Who reads the answer may stop before its end, as `head` does: that is no failure, and the status stays what it is.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`gca-report: ${error.message}\n`);
    process.exit(2);
  });

run(process.argv.slice(2)).then(
  status => {
    process.exitCode = status;
  },
  error => {
    process.stderr.write(`gca-report: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  },
);
