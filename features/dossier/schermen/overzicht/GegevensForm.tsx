import { type FormEvent, useState } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { ConflictNotice } from '../../../../web/ui/feedback/ConflictNotice.tsx';
import { ErrorState } from '../../../../web/ui/feedback/States.tsx';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../../web/ui/form/Choice.tsx';
import { TextInput } from '../../../../web/ui/form/Field.tsx';
import type { Gegevens } from '../../dossier.schema.ts';
import { GeboorteVelden, geboorteVan, leegGeboorte } from '../../invoer/GeboorteVelden.tsx';
import { useDossierId, useGegevens, useHandeling } from '../vragen.tsx';

export type Bewerkbaar = 'persoon' | 'adres' | 'contact' | 'taal';

type Waarden = Record<string, string | boolean>;
type Veld = {
  naam: string;
  label: string;
  verplicht?: boolean;
  vink?: boolean;
  type?: 'email' | 'tel';
};

const VELDEN: Record<Bewerkbaar, Veld[]> = {
  persoon: [
    { naam: 'voornamen', label: 'Voornamen' },
    { naam: 'voorvoegsel', label: 'Voorvoegsel' },
    { naam: 'geslachtsnaam', label: 'Achternaam', verplicht: true },
    { naam: 'nationaliteit', label: 'Nationaliteit' },
  ],
  adres: [
    { naam: 'straat', label: 'Straat', verplicht: true },
    { naam: 'huisnummer', label: 'Huisnummer', verplicht: true },
    { naam: 'postcode', label: 'Postcode', verplicht: true },
    { naam: 'plaats', label: 'Plaats', verplicht: true },
    { naam: 'azc', label: 'Dit is het adres van een azc', vink: true },
  ],
  contact: [
    { naam: 'telefoon', label: 'Telefoon', type: 'tel' },
    { naam: 'email', label: 'E-mail', type: 'email' },
  ],
  taal: [
    { naam: 'gesprekstaal', label: 'Taal van het gesprek', verplicht: true },
    { naam: 'tolkNodig', label: 'Er is een tolk nodig', vink: true },
    { naam: 'schrift', label: 'Schrift dat de persoon leest' },
  ],
};

/** Empty text fields are left out: not known is not the same as empty. */
function inhoudVan(soort: Bewerkbaar, waarden: Waarden): Waarden {
  const paren = VELDEN[soort].map(
    (v) => [v.naam, waarden[v.naam] ?? (v.vink ? false : '')] as const,
  );
  return Object.fromEntries(paren.filter(([, w]) => w !== ''));
}

type VeldProps = {
  veld: Veld;
  waarde: string | boolean | undefined;
  fout?: string;
  onChange: (waarde: string | boolean) => void;
};

function VeldInvoer({ veld, waarde, fout, onChange }: VeldProps) {
  if (veld.vink)
    return <Checkbox label={veld.label} checked={waarde === true} onChange={onChange} />;
  return (
    <TextInput
      label={veld.label}
      type={veld.type ?? 'text'}
      optional={!veld.verplicht}
      error={fout}
      value={typeof waarde === 'string' ? waarde : ''}
      onChange={onChange}
    />
  );
}

function Weigering({
  fout,
  opnieuw,
  over,
}: {
  fout: Problem | null;
  opnieuw: () => void;
  over: () => void;
}) {
  if (!fout) return null;
  if (fout.conflict)
    return <ConflictNotice conflict={fout.conflict} onTakeTheirs={over} onKeepMine={opnieuw} />;
  return fout.invalidParams.length > 0 ? null : <ErrorState error={fout} />;
}

type FormProps = { soort: Bewerkbaar; gegevens: Gegevens; klaar: () => void };

/** A correction: the old value stays in the timeline. */
export function GegevensForm({ soort, gegevens, klaar }: FormProps) {
  const id = useDossierId();
  const vers = useGegevens();
  // What stood here when the form opened: a later answer of the server may not be overwritten unseen.
  const [begin] = useState(gegevens[soort]);
  const huidig = begin?.inhoud as Waarden | undefined;
  const [waarden, setWaarden] = useState<Waarden>(huidig ?? {});
  const [geboorte, setGeboorte] = useState(() =>
    gegevens.persoon ? geboorteVan(gegevens.persoon.inhoud.geboorte) : leegGeboorte,
  );
  const bewaar = useHandeling(
    (vervangt: string | null) =>
      api.put(`/v1/dossiers/${id}/gegevens`, {
        soort,
        vervangt,
        inhoud: {
          ...inhoudVan(soort, waarden),
          ...(soort === 'persoon' ? { geboorte: geboorte.waarde } : {}),
        },
      }),
    () => {
      toast({ tekst: 'Opgeslagen.' });
      klaar();
    },
  );
  const stuur = (event: FormEvent) => {
    event.preventDefault();
    bewaar.mutate(begin?.feitId ?? null);
  };
  const houdMijne = async () => {
    const { data } = await vers.refetch();
    bewaar.mutate(data?.[soort]?.feitId ?? null);
  };
  return (
    <form className="m-stack" onSubmit={stuur} noValidate>
      {VELDEN[soort].map((veld) => (
        <VeldInvoer
          key={veld.naam}
          veld={veld}
          waarde={waarden[veld.naam]}
          fout={bewaar.error?.voorVeld(`inhoud.${veld.naam}`)}
          onChange={(waarde) => setWaarden((w) => ({ ...w, [veld.naam]: waarde }))}
        />
      ))}
      {soort === 'persoon' && (
        <GeboorteVelden
          invoer={geboorte}
          onChange={setGeboorte}
          fout={bewaar.error?.voorVeld('inhoud.geboorte')}
        />
      )}
      <Weigering fout={bewaar.error} opnieuw={() => void houdMijne()} over={klaar} />
      <div className="m-row">
        <Button type="submit" look="primary" busy={bewaar.isPending}>
          Opslaan
        </Button>
        <Button onClick={klaar}>Annuleren</Button>
      </div>
    </form>
  );
}
