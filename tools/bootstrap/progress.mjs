const EVERY_MS = 1_500;

/** Says what is being done, and goes on saying so while it lasts: a silent minute looks like a broken one. */
export async function withProgress(words, work) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`${words} …`);
  const timer = setInterval(() => console.log(`${words} … ${seconds()} s`), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
