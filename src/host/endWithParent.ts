/**
 * Ends this child process with the one that started it, also where that one was killed before this one was ready to hear of
 * it. At once: an orderly exit waits for threads, and one deep in a query or a fit would keep the process alive. What it
 * writes is whole or not there at any moment.
 */
export function endWithParent(): void {
  const end = () => process.kill(process.pid, 'SIGKILL');
  process.on('disconnect', end);
  if (!process.connected) end();
}
