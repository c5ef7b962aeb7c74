/** Words that could not be fetched cannot say so: the one page whose two sentences stand in the script itself. */
export function showWithoutWords(root: HTMLElement): void {
  const main = document.createElement('main');
  const heading = document.createElement('h1');
  heading.textContent = '明录：页面文字没有取到 · Minglu: the words of this page did not arrive';
  const hint = document.createElement('p');
  hint.textContent = '请检查网络后重试。 Check your connection and try again.';
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = '重试 Try again';
  again.addEventListener('click', () => location.reload());
  main.append(heading, hint, again);
  main.className = 'without-words';
  root.replaceChildren(main);
  document.title = '明录 Minglu';
}
