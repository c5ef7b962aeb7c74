import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { Layout } from './design/Layout.tsx';
import { PageBoundary } from './design/PageBoundary.tsx';
import { Waiting } from './design/Waiting.tsx';
import { SessionProvider } from './session/SessionProvider.tsx';

const home = async () => ({ default: (await import('./public/HomePage.tsx')).HomePage });
const HomePage = lazy(home);
// Most visits begin there: its script comes while the words of the page do.
if (location.pathname === '/') void home().catch(() => undefined);
// Whoever works somewhere waits once for the list of those pages; citizens do not fetch it.
const StaffPages = lazy(async () => ({ default: (await import('./StaffPages.tsx')).StaffPages }));
const SignInPage = lazy(async () => ({ default: (await import('./public/SignInPage.tsx')).SignInPage }));
const MattersPage = lazy(async () => ({ default: (await import('./matters/MattersPage.tsx')).MattersPage }));
const MatterPage = lazy(async () => ({ default: (await import('./matters/MatterPage.tsx')).MatterPage }));
const SignedInPage = lazy(async () => ({ default: (await import('./identity/SignedInPage.tsx')).SignedInPage }));
const SignedInAgainPage = lazy(async () => ({
  default: (await import('./identity/SignedInAgainPage.tsx')).SignedInAgainPage,
}));
const AccountPage = lazy(async () => ({ default: (await import('./identity/AccountPage.tsx')).AccountPage }));
const VerifyPage = lazy(async () => ({ default: (await import('./public/VerifyPage.tsx')).VerifyPage }));
const RegisterPage = lazy(async () => ({ default: (await import('./public/RegisterPage.tsx')).RegisterPage }));
const TryPage = lazy(async () => ({ default: (await import('./public/TryPage.tsx')).TryPage }));
const HistoryPage = lazy(async () => ({ default: (await import('./public/HistoryPage.tsx')).HistoryPage }));
const CityPage = lazy(async () => ({ default: (await import('./public/CityPage.tsx')).CityPage }));
const AboutPage = lazy(async () => ({ default: (await import('./public/AboutPage.tsx')).AboutPage }));
const ApplyPage = lazy(async () => ({ default: (await import('./citizen/ApplyPage.tsx')).ApplyPage }));
const CasesPage = lazy(async () => ({ default: (await import('./citizen/CasesPage.tsx')).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import('./citizen/CasePage.tsx')).CasePage }));
const AgentsPage = lazy(async () => ({ default: (await import('./represent/AgentsPage.tsx')).AgentsPage }));
const RepresentPage = lazy(async () => ({ default: (await import('./represent/RepresentPage.tsx')).RepresentPage }));
const ReconsiderationPage = lazy(async () => ({
  default: (await import('./citizen/ReconsiderationPage.tsx')).ReconsiderationPage,
}));
const InboxPage = lazy(async () => ({ default: (await import('./inbox/InboxPage.tsx')).InboxPage }));
const FootprintPage = lazy(async () => ({ default: (await import('./footprint/FootprintPage.tsx')).FootprintPage }));
const OwnDataPage = lazy(async () => ({ default: (await import('./own-data/OwnDataPage.tsx')).OwnDataPage }));
const ShowLicencePage = lazy(async () => ({
  default: (await import('./citizen/ShowLicencePage.tsx')).ShowLicencePage,
}));
const KeysHelpPage = lazy(async () => ({ default: (await import('./keys/KeysHelpPage.tsx')).KeysHelpPage }));
const FromPaperPage = lazy(async () => ({ default: (await import('./counter/FromPaperPage.tsx')).FromPaperPage }));
const DocumentPage = lazy(async () => ({ default: (await import('./documents/DocumentPage.tsx')).DocumentPage }));

const LicenceDeskPage = lazy(async () => ({
  default: (await import('./citizen/licence/LicenceDeskPage.tsx')).LicenceDeskPage,
}));
const ChangePage = lazy(async () => ({ default: (await import('./citizen/licence/ChangePage.tsx')).ChangePage }));
const FilePage = lazy(async () => ({ default: (await import('./citizen/licence/FilePage.tsx')).FilePage }));
const RestPage = lazy(async () => ({ default: (await import('./citizen/licence/RestPage.tsx')).RestPage }));
const ClosePage = lazy(async () => ({ default: (await import('./citizen/licence/ClosePage.tsx')).ClosePage }));
const TakeOverPage = lazy(async () => ({ default: (await import('./citizen/licence/TakeOverPage.tsx')).TakeOverPage }));
const AskAnnulmentPage = lazy(async () => ({
  default: (await import('./citizen/annulment/AskAnnulmentPage.tsx')).AskAnnulmentPage,
}));
const AnnulmentPage = lazy(async () => ({
  default: (await import('./citizen/annulment/AnnulmentPage.tsx')).AnnulmentPage,
}));

const queries = new QueryClient({
  defaultOptions: { queries: { retry: 1, staleTime: 5_000, refetchOnWindowFocus: false, networkMode: 'always' } },
});

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <BrowserRouter>
          <Layout>
            <PageBoundary>
              <Suspense fallback={<Waiting>…</Waiting>}>
                <Pages />
              </Suspense>
            </PageBoundary>
          </Layout>
        </BrowserRouter>
      </SessionProvider>
    </QueryClientProvider>
  );
}

function Pages() {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/matters" element={<MattersPage />} />
      <Route path="/matters/:id" element={<MatterPage />} />
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="/signed-in" element={<SignedInPage />} />
      <Route path="/signed-in/again" element={<SignedInAgainPage />} />
      <Route path="/account" element={<AccountPage />} />
      <Route path="/apply/:service" element={<ApplyPage />} />
      <Route path="/apply/:service/:step" element={<ApplyPage />} />
      <Route path="/cases" element={<CasesPage />} />
      <Route path="/cases/:id" element={<CasePage />} />
      <Route path="/cases/:id/reconsideration" element={<ReconsiderationPage />} />
      <Route path="/cases/:id/agents" element={<AgentsPage />} />
      <Route path="/represent" element={<RepresentPage />} />
      <Route path="/cases/:id/show" element={<ShowLicencePage />} />
      <Route path="/cases/:id/documents/:key" element={<DocumentPage />} />
      <Route path="/help/keys" element={<KeysHelpPage />} />
      <Route path="/messages" element={<InboxPage />} />
      <Route path="/footprint" element={<FootprintPage />} />
      <Route path="/my-data" element={<OwnDataPage />} />
      <Route path="/verify" element={<VerifyPage />} />
      <Route path="/verify/:number" element={<VerifyPage />} />
      <Route path="/register" element={<RegisterPage />} />
      <Route path="/try" element={<TryPage />} />
      <Route path="/history" element={<HistoryPage />} />
      <Route path="/about" element={<AboutPage />} />
      <Route path="/city" element={<CityPage />} />
      <Route path="/take-over" element={<FromPaperPage />} />
      <Route path="/cases/:id/licence" element={<LicenceDeskPage />} />
      <Route path="/cases/:id/licence/change" element={<ChangePage />} />
      <Route path="/cases/:id/licence/file" element={<FilePage />} />
      <Route path="/cases/:id/licence/rest" element={<RestPage />} />
      <Route path="/cases/:id/licence/close" element={<ClosePage />} />
      <Route path="/take-over/:number" element={<TakeOverPage />} />
      <Route path="/annulment/ask/:number" element={<AskAnnulmentPage />} />
      <Route path="/annulment/:id" element={<AnnulmentPage />} />
      <Route path="*" element={<StaffPages />} />
    </Routes>
  );
}
