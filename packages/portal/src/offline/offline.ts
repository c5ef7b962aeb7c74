import { checkSignaturePure, isPdf, parseTrustFile, type Trust } from '@minglu/protocol';
import { type Language, languages } from '../language/language.ts';
import { checkEvidence, type Finding } from '../proof/check-evidence.ts';
import { element } from './element.ts';
import { renderDocument } from './render-document.ts';
import { renderFinding } from './render-finding.ts';
import { wordsOf } from './words.ts';

/** All the page knows. It has no storage and no network: what is not given to it now, it does not know. */
interface State {
  language: Language;
  trust: Trust | undefined;
  trustIsBad: boolean;
  file: { readonly name: string; readonly text: string; readonly pdf?: Uint8Array } | undefined;
  /** What the ledger says of a sealed PDF, from a file of its own. */
  proof: string | undefined;
  document: HTMLElement | undefined;
  finding: Finding | undefined;
}

const state: State = {
  language: navigator.language.startsWith('zh') ? 'zh-CN' : (languages[1] ?? 'zh-CN'),
  trust: undefined,
  trustIsBad: false,
  file: undefined,
  proof: undefined,
  document: undefined,
  finding: undefined,
};

async function takeTrust(text: string): Promise<void> {
  try {
    state.trust = await parseTrustFile(text, { checkSignature: checkSignaturePure });
    state.trustIsBad = false;
  } catch {
    state.trust = undefined;
    state.trustIsBad = true;
  }
  await judge();
}

async function judge(): Promise<void> {
  const { trust, file, proof } = state;
  const pdf = file?.pdf;
  state.document =
    trust === undefined || pdf === undefined
      ? undefined
      : await renderDocument(
          { bytes: pdf, proof, trust },
          { language: state.language, words: wordsOf(state.language) },
        );
  state.finding =
    trust === undefined || file === undefined || pdf !== undefined
      ? undefined
      : await checkEvidence(file.text, trust, checkSignaturePure);
  render();
}

/** A trust file dropped on either place is taken as what it is. */
async function take(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const text = isPdf(bytes) ? '' : new TextDecoder().decode(bytes);
  if (text.startsWith('{"v":0,"type":"minglu-trust"')) return takeTrust(text);
  if (text.startsWith('{"v":0,"type":"minglu-document-proof"')) state.proof = text.trimEnd();
  else state.file = isPdf(bytes) ? { name: file.name, text, pdf: bytes } : { name: file.name, text };
  await judge();
}

function chooser(id: string, label: string, took: (file: File | undefined) => void): HTMLElement {
  const input = element('input', { type: 'file', id });
  input.addEventListener('change', () => took(input.files?.[0]));
  return element('div', { class: 'drop' }, element('p', {}, element('label', { for: id }, label)), input);
}

function trustSection(words: ReturnType<typeof wordsOf>): HTMLElement {
  const { trust, trustIsBad } = state;
  const facts = trust && {
    origin: trust.origin,
    version: trust.version,
    known: trust.witnesses.length,
    threshold: trust.threshold,
  };
  return element(
    'section',
    {},
    element('h2', {}, words('offlinePage.trustTitle')),
    element('p', {}, words('offlinePage.trustWords')),
    chooser('trust', words('offlinePage.trustChoose'), (file) => void file?.text().then(takeTrust)),
    element(
      'div',
      { role: 'status' },
      trustIsBad && element('p', { class: 'bad' }, `✕ ${words('offlinePage.trustBad')}`),
      facts && element('p', { class: 'good' }, `✓ ${words('offlinePage.trustLoaded', facts)}`),
      trust?.quorum !== undefined &&
        element('p', {}, words('cluster.wanted', { quorum: trust.quorum, known: trust.logKeys.length })),
      trust && element('p', {}, words('offlinePage.fingerprint')),
      trust && element('p', { class: 'fingerprint' }, trust.fingerprint.match(/.{4}/g)?.join(' ')),
    ),
  );
}

function render(): void {
  const words = wordsOf(state.language);
  document.documentElement.lang = state.language;
  document.title = words('offlinePage.title');
  const language = element('button', { type: 'button', class: 'link-button language' }, words('offlinePage.language'));
  language.addEventListener('click', () => {
    state.language = state.language === 'en' ? 'zh-CN' : 'en';
    void judge();
  });
  const { file, trust, finding } = state;
  document.getElementById('main')?.replaceChildren(
    language,
    element('h1', {}, words('offlinePage.title')),
    element('p', { class: 'lead' }, words('offlinePage.lead')),
    trustSection(words),
    element('h2', {}, words('offlinePage.fileTitle')),
    chooser('file', words('offlinePage.fileChoose'), (chosen) => void take(chosen)),
    file ? element('p', {}, words('verify.fileName', { name: file.name })) : '',
    file && trust === undefined ? element('p', { class: 'warn', role: 'alert' }, words('offlinePage.needTrust')) : '',
    state.document ?? '',
    finding ? renderFinding(finding, { language: state.language, words }) : '',
  );
}

addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void take(event.dataTransfer?.files[0]);
});
render();
