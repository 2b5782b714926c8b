import { formatDate } from '../../../web/dates.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Dubbelen } from '../dossier.schema.ts';

type DubbelProps = { items: Dubbelen['items']; anders: () => void; busy: boolean };

/** People who may be the same; a person decides. */
export function MogelijkDubbel({ items, anders, busy }: DubbelProps) {
  return (
    <Alert tone="warning" title="Mogelijk is er al een dossier." live>
      <ul>
        {items.map((d) => (
          <li key={d.dossierId}>
            <Link href={`/inburgeraars/${d.dossierId}`} target="_blank">
              {d.naam}
            </Link>
            {d.geboorte && `, geboren ${formatDate(d.geboorte, 'datum')}`}
          </li>
        ))}
      </ul>
      <Button busy={busy} onClick={anders}>
        Dit is iemand anders: open toch een nieuw dossier
      </Button>
    </Alert>
  );
}
