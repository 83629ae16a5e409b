const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does some work that must not be left half done: a signal that would end the process does so afterwards. */
export async function uninterrupted<T>(work: () => T): Promise<T> {
  let caught: NodeJS.Signals | undefined;
  const catchIt = (signal: NodeJS.Signals) => {
    caught = signal;
  };
  for (const signal of signals) process.on(signal, catchIt);
  try {
    return work();
  } finally {
    // What came meanwhile is told of when the event loop looks for it, which it does between one turn and the next.
    for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
    for (const signal of signals) process.off(signal, catchIt);
    if (caught) process.kill(process.pid, caught);
  }
}
