// Loaded into the server before its own code: answers questions over a channel of its own, so that the product needs nothing for being
// measured.
const { performance } = require('node:perf_hooks');

const answers = {
  /** How long the server's thread was busy since it began, and the CPU time of all its threads, in milliseconds. */
  work: () => {
    const { user, system } = process.cpuUsage();
    return { busy: performance.eventLoopUtilization().active, cpu: (user + system) / 1000 };
  },
  /** The heap after a collection, in bytes. */
  heap: () => {
    // What weak references and finalizers hold goes with the second.
    for (let round = 0; round < 3; round++) globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  },
};

process.on('message', (question) => process.send?.(answers[question]()));
// The channel alone must not keep the server alive.
process.channel?.unref();
