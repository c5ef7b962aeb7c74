import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { NotFoundPage } from './public/NotFoundPage.tsx';

const OfficerCorrectionsPage = lazy(async () => ({
  default: (await import('./officer/corrections/OfficerCorrectionsPage.tsx')).OfficerCorrectionsPage,
}));
const DeskPage = lazy(async () => ({ default: (await import('./desk/DeskPage.tsx')).DeskPage }));
const StandInPage = lazy(async () => ({ default: (await import('./stand-in/StandInPage.tsx')).StandInPage }));
const OfficerKeysPage = lazy(async () => ({
  default: (await import('./officer/keys/OfficerKeysPage.tsx')).OfficerKeysPage,
}));
const RightsPage = lazy(async () => ({ default: (await import('./rights/RightsPage.tsx')).RightsPage }));
const RulesPage = lazy(async () => ({ default: (await import('./rights/rules/RulesPage.tsx')).RulesPage }));
const WhoSeesPage = lazy(async () => ({ default: (await import('./rights/WhoSeesPage.tsx')).WhoSeesPage }));
const AccountsPage = lazy(async () => ({ default: (await import('./accounts/AccountsPage.tsx')).AccountsPage }));
const CounterPage = lazy(async () => ({ default: (await import('./counter/CounterPage.tsx')).CounterPage }));
const ReceiptPage = lazy(async () => ({ default: (await import('./counter/ReceiptPage.tsx')).ReceiptPage }));
const OfficerCasePage = lazy(async () => ({
  default: (await import('./officer/OfficerCasePage.tsx')).OfficerCasePage,
}));
const OfficerDocumentPage = lazy(async () => ({
  default: (await import('./officer/OfficerDocumentPage.tsx')).OfficerDocumentPage,
}));
const OfficerLicencePage = lazy(async () => ({
  default: (await import('./officer/OfficerLicencePage.tsx')).OfficerLicencePage,
}));
const AnnulmentsPage = lazy(async () => ({
  default: (await import('./officer/annulment/AnnulmentsPage.tsx')).AnnulmentsPage,
}));
const OfficerAnnulmentPage = lazy(async () => ({
  default: (await import('./officer/annulment/OfficerAnnulmentPage.tsx')).OfficerAnnulmentPage,
}));
const AuditorPage = lazy(async () => ({ default: (await import('./auditor/AuditorPage.tsx')).AuditorPage }));
const LookedPage = lazy(async () => ({ default: (await import('./auditor/LookedPage.tsx')).LookedPage }));
const FindingsPage = lazy(async () => ({ default: (await import('./auditor/FindingsPage.tsx')).FindingsPage }));
const HoldsPage = lazy(async () => ({ default: (await import('./auditor/HoldsPage.tsx')).HoldsPage }));
const EmergenciesPage = lazy(async () => ({
  default: (await import('./auditor/EmergenciesPage.tsx')).EmergenciesPage,
}));
const SamplePage = lazy(async () => ({ default: (await import('./auditor/SamplePage.tsx')).SamplePage }));
const OrganFindingsPage = lazy(async () => ({
  default: (await import('./auditor/OrganFindingsPage.tsx')).OrganFindingsPage,
}));

/** Pages of officers, administrators and auditors, and what there is no page for. */
export function StaffPages() {
  return (
    <Routes>
      <Route path="/officer/cases/:id/documents/:key" element={<OfficerDocumentPage />} />
      <Route path="/officer/corrections" element={<OfficerCorrectionsPage />} />
      <Route path="/officer" element={<DeskPage />} />
      <Route path="/officer/keys" element={<OfficerKeysPage />} />
      <Route path="/officer/stand-in" element={<StandInPage />} />
      <Route path="/officer/cases/:id/receipt" element={<ReceiptPage />} />
      <Route path="/officer/rights" element={<RightsPage />} />
      <Route path="/officer/rights/rules" element={<RulesPage />} />
      <Route path="/officer/rights/who" element={<WhoSeesPage />} />
      <Route path="/officer/accounts" element={<AccountsPage />} />
      <Route path="/counter" element={<CounterPage />} />
      <Route path="/officer/cases/:id" element={<OfficerCasePage />} />
      <Route path="/officer/licences/:number" element={<OfficerLicencePage />} />
      <Route path="/officer/annulments" element={<AnnulmentsPage />} />
      <Route path="/officer/annulments/:id" element={<OfficerAnnulmentPage />} />
      <Route path="/auditor" element={<AuditorPage />} />
      <Route path="/auditor/cases/:id" element={<LookedPage />} />
      <Route path="/auditor/findings" element={<FindingsPage />} />
      <Route path="/auditor/holds" element={<HoldsPage />} />
      <Route path="/auditor/emergencies" element={<EmergenciesPage />} />
      <Route path="/auditor/sample" element={<SamplePage />} />
      <Route path="/officer/findings" element={<OrganFindingsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
