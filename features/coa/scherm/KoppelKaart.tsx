import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';

type Gekoppeld = { dossierId: string; nieuw: boolean; vastgelegd: boolean };

const LEEG = { gemeenteId: '', vNummer: '', op: '', azc: '' };

function zin({ nieuw, vastgelegd }: Gekoppeld): string {
  if (nieuw) return 'De koppeling is vastgelegd en er is een dossier geopend.';
  return vastgelegd ? 'De koppeling is vastgelegd.' : 'Deze koppeling stond er al.';
}

/** A koppeling by hand: for one person a file is too much. */
export function KoppelKaart() {
  const gemeenten = useIk().data?.gemeenten ?? [];
  const queries = useQueryClient();
  const [invoer, setInvoer] = useState(LEEG);
  const enige = gemeenten.length === 1 ? (gemeenten[0]?.id ?? '') : '';
  const v = { ...invoer, gemeenteId: invoer.gemeenteId || enige };
  const koppel = useMutation<Gekoppeld, Problem>({
    mutationFn: () => {
      const { azc, ...rest } = v;
      return api.post('/v1/coa/koppelingen', { ...rest, ...(azc.trim() ? { azc } : {}) });
    },
    onSuccess: () => {
      setInvoer({ ...LEEG, gemeenteId: v.gemeenteId });
      void queries.invalidateQueries({ queryKey: ['coa'] });
    },
  });
  const zet = (veld: keyof typeof LEEG) => (waarde: string) => setInvoer({ ...v, [veld]: waarde });
  const fout = (veld: string) => koppel.error?.voorVeld(veld);
  const bijVeld = Object.keys(LEEG).some((veld) => fout(veld));
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    koppel.mutate();
  };
  return (
    <Card title="Eén koppeling vastleggen">
      <form className="m-stack" onSubmit={stuur} noValidate>
        <div className="coa-velden">
          {gemeenten.length > 1 && (
            <Select
              label="Gemeente"
              value={v.gemeenteId}
              emptyLabel="Kies een gemeente"
              options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
              error={fout('gemeenteId')}
              onChange={zet('gemeenteId')}
            />
          )}
          <TextInput
            label="V-nummer"
            inputMode="numeric"
            autoComplete="off"
            value={v.vNummer}
            error={fout('vNummer')}
            onChange={zet('vNummer')}
          />
          <DateField label="Gekoppeld op" value={v.op} error={fout('op')} onChange={zet('op')} />
          <TextInput label="Azc" optional value={v.azc} error={fout('azc')} onChange={zet('azc')} />
        </div>
        {koppel.isError && !bijVeld && <ErrorState error={koppel.error} />}
        {koppel.data && (
          <Alert tone="success" title={zin(koppel.data)} live>
            <Link href={`/inburgeraars/${koppel.data.dossierId}`}>Naar het dossier</Link>
          </Alert>
        )}
        <div>
          <Button type="submit" busy={koppel.isPending}>
            Leg de koppeling vast
          </Button>
        </div>
      </form>
    </Card>
  );
}
