/** Median of repeated runs after a warm-up; fewer runs, but at least three, where one takes long. */
export function median(work: () => unknown, runs = 21): number {
  const until = (most: number, milliseconds: number) => {
    const times: number[] = [];
    const start = performance.now();
    while (times.length < 3 || (times.length < most && performance.now() - start < milliseconds)) {
      const begin = performance.now();
      work();
      times.push(performance.now() - begin);
    }
    return times;
  };
  until(10, 300);
  const times = until(runs, 1500).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? NaN;
}
