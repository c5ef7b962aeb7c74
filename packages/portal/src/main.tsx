import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { applyElder } from './design/elder.ts';
import { showWithoutWords } from './language/show-without-words.ts';
import { startLanguage } from './language/start-language.ts';

applyElder();
const root = document.getElementById('root');
const hasWords = await startLanguage().then(
  () => true,
  () => false,
);
if (!hasWords && root !== null) showWithoutWords(root);
if (hasWords && root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
