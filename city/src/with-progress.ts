const SILENCE_LIMIT_MS = 1_500;

/**
 * Runs `work` with a printer that is never silent for long: whoever starts a city for the first time must see that it
 * has not stopped.
 */
export async function withProgress<T>(
  print: (line: string) => void,
  work: (print: (line: string) => void) => Promise<T>,
): Promise<T> {
  let quiet = true;
  const timer = setInterval(() => {
    if (quiet) print('· …');
    quiet = true;
  }, SILENCE_LIMIT_MS);
  try {
    return await work((line) => {
      quiet = false;
      print(line);
    });
  } finally {
    clearInterval(timer);
  }
}
