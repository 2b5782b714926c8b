import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { api, newKey, type Problem } from '../../../web/api.ts';
import { useIk } from '../../../web/ik.ts';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { useGo } from '../../../web/ui/layout/Link.tsx';
import { PageTitle } from '../../../web/ui/layout/PageTitle.tsx';
import type { Dubbelen } from '../dossier.schema.ts';
import { BrpZoeken } from './brp/BrpZoeken.tsx';
import { GeboorteVelden, geboorteVan, leegGeboorte } from './GeboorteVelden.tsx';
import type { NieuwDossier } from './invoer.schema.ts';
import { MogelijkDubbel } from './MogelijkDubbel.tsx';
import './nieuw.css';

const LEEG = {
  gemeenteId: '',
  vNummer: '',
  bsn: '',
  voornamen: '',
  voorvoegsel: '',
  geslachtsnaam: '',
  nationaliteit: '',
  geboorte: leegGeboorte,
  koppelingOp: '',
  azc: '',
  gesprekstaal: '',
  tolkNodig: false,
  telefoon: '',
};
type Invoer = typeof LEEG;

const gevuld = <T extends Record<string, unknown>>(deel: T): Partial<T> =>
  Object.fromEntries(Object.entries(deel).filter(([, w]) => w !== '')) as Partial<T>;

function vraagVan(v: Invoer, nietDezelfde: string[]): NieuwDossier {
  const { voornamen, voorvoegsel, geslachtsnaam, nationaliteit } = v;
  return {
    gemeenteId: v.gemeenteId,
    ...gevuld({ vNummer: v.vNummer, bsn: v.bsn }),
    persoon: {
      geslachtsnaam,
      geboorte: v.geboorte.waarde,
      ...gevuld({ voornamen, voorvoegsel, nationaliteit }),
    },
    ...(v.koppelingOp ? { koppeling: { op: v.koppelingOp, ...gevuld({ azc: v.azc }) } } : {}),
    ...(v.gesprekstaal ? { taal: { gesprekstaal: v.gesprekstaal, tolkNodig: v.tolkNodig } } : {}),
    ...(v.telefoon ? { contact: { telefoon: v.telefoon } } : {}),
    nietDezelfde,
  };
}

/** All that is wrong at once, above the form; takes the focus so that everybody meets it. */
function Fouten({ fout }: { fout: Problem | null }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (fout) ref.current?.focus();
  }, [fout]);
  if (!fout || fout.code === 'mogelijk-dubbel') return null;
  return (
    <div ref={ref} tabIndex={-1}>
      {fout.invalidParams.length > 0 ? (
        <Alert tone="refusal" title="Het dossier is nog niet geopend." live>
          <Redenen
            redenen={fout.invalidParams.map((p) => ({
              code: p.name,
              tekst: p.reason,
              veld: p.name,
            }))}
          />
        </Alert>
      ) : (
        <ErrorState error={fout} />
      )}
    </div>
  );
}

type Zet = <V extends keyof Invoer>(veld: V) => (waarde: Invoer[V]) => void;
type DeelProps = { v: Invoer; zet: Zet; fout: (veld: string) => string | undefined };

function Persoon({ v, zet, fout }: DeelProps) {
  return (
    <Card title="Wie is het">
      <div className="m-stack">
        <TextInput
          label="Voornamen"
          hint="Laat leeg als iemand maar één naam heeft."
          optional
          value={v.voornamen}
          error={fout('persoon.voornamen')}
          onChange={zet('voornamen')}
        />
        <TextInput
          label="Voorvoegsel"
          optional
          value={v.voorvoegsel}
          error={fout('persoon.voorvoegsel')}
          onChange={zet('voorvoegsel')}
        />
        <TextInput
          label="Achternaam"
          value={v.geslachtsnaam}
          error={fout('persoon.geslachtsnaam')}
          onChange={zet('geslachtsnaam')}
        />
        <GeboorteVelden
          invoer={v.geboorte}
          onChange={zet('geboorte')}
          fout={
            fout('persoon.geboorte') ??
            fout('persoon.geboorte.datum') ??
            fout('persoon.geboorte.jaar')
          }
        />
        <TextInput
          label="Nationaliteit"
          optional
          value={v.nationaliteit}
          error={fout('persoon.nationaliteit')}
          onChange={zet('nationaliteit')}
        />
      </div>
    </Card>
  );
}

function Nummers({ v, zet, fout }: DeelProps) {
  const gemeenten = useIk().data?.gemeenten ?? [];
  return (
    <Card title="Nummers en gemeente">
      <div className="m-stack">
        <Select
          label="Gemeente"
          value={v.gemeenteId}
          emptyLabel="Kies een gemeente"
          options={gemeenten.map((g) => ({ value: g.id, label: g.naam }))}
          error={fout('gemeenteId')}
          onChange={zet('gemeenteId')}
        />
        <TextInput
          label="V-nummer"
          hint="Staat op het W-document en in de gegevens van het COA. Vul dit in of het BSN."
          inputMode="numeric"
          autoComplete="off"
          value={v.vNummer}
          error={fout('vNummer')}
          onChange={zet('vNummer')}
        />
        <TextInput
          label="Burgerservicenummer"
          optional
          inputMode="numeric"
          autoComplete="off"
          value={v.bsn}
          error={fout('bsn')}
          onChange={zet('bsn')}
        />
      </div>
    </Card>
  );
}

function Verblijf({ v, zet, fout }: DeelProps) {
  return (
    <Card title="Verblijf, taal en contact">
      <div className="m-stack">
        <DateField
          label="Gekoppeld aan de gemeente op"
          optional
          value={v.koppelingOp}
          error={fout('koppeling.op')}
          onChange={zet('koppelingOp')}
        />
        <TextInput
          label="Azc"
          optional
          value={v.azc}
          error={fout('koppeling.azc')}
          onChange={zet('azc')}
        />
        <TextInput
          label="Taal van het gesprek"
          optional
          value={v.gesprekstaal}
          error={fout('taal.gesprekstaal')}
          onChange={zet('gesprekstaal')}
        />
        <Checkbox label="Er is een tolk nodig" checked={v.tolkNodig} onChange={zet('tolkNodig')} />
        <TextInput
          label="Telefoon"
          optional
          type="tel"
          value={v.telefoon}
          error={fout('contact.telefoon')}
          onChange={zet('telefoon')}
        />
      </div>
    </Card>
  );
}

function useOpenen(v: Invoer) {
  const go = useGo();
  const [sleutel] = useState(newKey);
  const [dubbelen, setDubbelen] = useState<Dubbelen['items']>([]);
  const open = useMutation<{ dossierId: string }, Problem, string[]>({
    mutationFn: (anders) =>
      api.post('/v1/dossiers', vraagVan(v, anders), {
        // Another answer to 'is this someone else?' is another request.
        idempotencyKey: `${sleutel}${anders.length}`,
      }),
    onSuccess: ({ dossierId }) => {
      toast({ tekst: 'Het dossier is geopend.' });
      go(`/inburgeraars/${dossierId}`);
    },
    onError: async (fout) => {
      setDubbelen([]);
      if (fout.code !== 'mogelijk-dubbel') return;
      const { gemeenteId, persoon } = vraagVan(v, []);
      const lijken = await api.post<Dubbelen>('/v1/dossiers/_dubbelen', { gemeenteId, persoon });
      setDubbelen(lijken.items);
    },
  });
  return { open, dubbelen };
}

/** A dossier for someone whom DUO does not know yet, for example in an azc. */
export function NieuwDossierScreen() {
  const ik = useIk();
  const [invoer, setInvoer] = useState<Invoer>(LEEG);
  const enige = ik.data?.gemeenten.length === 1 ? (ik.data.gemeenten[0]?.id ?? '') : '';
  const v = { ...invoer, gemeenteId: invoer.gemeenteId || enige };
  const zet: Zet = (veld) => (waarde) => setInvoer((oud) => ({ ...oud, [veld]: waarde }));
  const { open, dubbelen } = useOpenen(v);
  const deel = { v, zet, fout: (veld: string) => open.error?.voorVeld(veld) };
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    open.mutate([]);
  };
  return (
    <div className="m-stack nieuw-dossier">
      <PageTitle
        title="Nieuw dossier"
        lead="Voor iemand die DUO nog niet heeft gemeld, bijvoorbeeld in een azc. Komt de melding later, dan gaat zij vanzelf naar dit dossier."
        crumbs={[{ naam: 'Inburgeraars', href: '/inburgeraars' }]}
      />
      <Fouten fout={open.error} />
      <form className="m-stack" onSubmit={stuur} noValidate>
        <Nummers {...deel} />
        {v.gemeenteId && (
          <BrpZoeken
            gemeenteId={v.gemeenteId}
            kies={({ bsn, geboorte, naam }) =>
              setInvoer((oud) => ({ ...oud, ...naam, bsn, geboorte: geboorteVan(geboorte) }))
            }
          />
        )}
        <Persoon {...deel} />
        <Verblijf {...deel} />
        {dubbelen.length > 0 && (
          <MogelijkDubbel
            items={dubbelen}
            busy={open.isPending}
            anders={() => open.mutate(dubbelen.map((d) => d.dossierId))}
          />
        )}
        <div className="m-row">
          <Button type="submit" look="primary" busy={open.isPending} busyText="Openen…">
            Open het dossier
          </Button>
        </div>
      </form>
    </div>
  );
}
