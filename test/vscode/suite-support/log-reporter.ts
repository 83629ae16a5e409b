/** A mocha reporter that needs nothing but a console: one line for each test, and why it failed. A class because mocha constructs it. */
export class LogReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('suite', (suite) => suite.root || print(suite, suite.title));
    runner.on('pass', (test) => print(test, `✔ ${test.title}`));
    runner.on('pending', (test) => print(test, `- ${test.title}`));
    runner.on('fail', (test, error) => print(test, `✖ ${test.title}\n${error.stack ?? error.message}`));
  }
}

function print(owner: Mocha.Runnable | Mocha.Suite, text: string): void {
  console.log(`${'  '.repeat(owner.titlePath().length)}${text}`);
}
