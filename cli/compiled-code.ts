import nodeModule from 'node:module';

/** Lets Node keep the compiled code of what is loaded from here on for the next time; Node 20 can't. */
export function rememberCompiledCode(): void {
  const { enableCompileCache } = nodeModule as typeof nodeModule & { enableCompileCache?(): unknown };
  enableCompileCache?.();
}
