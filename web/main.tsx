import './theme/fonts.css';
import '@amsterdam/design-system-tokens/dist/index.css';
import '@amsterdam/design-system-css/dist/button/button.css';
import '@amsterdam/design-system-css/dist/checkbox/checkbox.css';
import '@amsterdam/design-system-css/dist/field/field.css';
import '@amsterdam/design-system-css/dist/field-set/field-set.css';
import '@amsterdam/design-system-css/dist/label/label.css';
import '@amsterdam/design-system-css/dist/radio/radio.css';
import '@amsterdam/design-system-css/dist/select/select.css';
import '@amsterdam/design-system-css/dist/skip-link/skip-link.css';
import '@amsterdam/design-system-css/dist/text-area/text-area.css';
import '@amsterdam/design-system-css/dist/text-input/text-input.css';
import './theme/tokens.css';
import './theme/gemeente-voorbeeld.css';
import './theme/design-system.css';
import './theme/base.css';
import './ui/form/form.css';
import './ui/data/data.css';
import './ui/data/uitleg.css';
import './ui/table/table.css';
import './ui/feedback/feedback.css';
import './ui/layout/dialog.css';
import './ui/layout/menu.css';
import './ui/layout/layout.css';
import './shell/shell.css';
import './shell/top.css';
import './shell/palette.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './ik.ts';
import { router } from './routes.tsx';
import { applyTheme, readTheme } from './shell/theme.ts';

applyTheme(readTheme());
const queryClient = makeQueryClient();
const root = document.getElementById('app');
if (!root) throw new Error('index.html heeft geen #app');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
