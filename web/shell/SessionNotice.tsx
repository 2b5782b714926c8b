import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Button } from '../ui/form/Button.tsx';
import { Dialog } from '../ui/layout/Dialog.tsx';
import { LOGGED_IN, loginHref, onSessionRestored, watchSession } from './session.ts';

/** Says that the session ended, keeps the page as it is, and helps one in again. */
export function SessionNotice() {
  const queries = useQueryClient();
  const [expired, setExpired] = useState(false);
  useEffect(() => {
    const stopWatching = watchSession(() => !queries.getQueryData(['ik']), setExpired);
    const stopRestored = onSessionRestored(() => void queries.invalidateQueries());
    return () => {
      stopWatching();
      stopRestored();
    };
  }, [queries]);
  const logIn = () =>
    window.open(loginHref(LOGGED_IN), 'meedoen-aanmelden', 'width=520,height=720');
  return (
    <Dialog
      open={expired}
      title="U bent niet meer aangemeld"
      onClose={() => setExpired(false)}
      footer={
        <>
          <Button look="primary" onClick={logIn}>
            Opnieuw aanmelden
          </Button>
          <Button onClick={() => setExpired(false)}>Later</Button>
        </>
      }
    >
      <p>
        Na een kwartier zonder werk melden we u af. Wat u hebt ingevuld blijft staan en wordt
        bewaard zodra u weer bent aangemeld. Het aanmelden gebeurt in een apart venster.
      </p>
    </Dialog>
  );
}
