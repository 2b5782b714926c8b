import { useState } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { Gezinsbeeld, ZonderDossier } from '../gezin.schema.ts';
import { RELATIE, VVE_LEEFTIJD, VVE_NAAM } from '../woorden.schema.ts';
import { useBewaar, useDossierId, useGezin } from './vragen.tsx';

const RELATIES = ['kind', 'partner', 'ouder', 'broer-of-zus', 'anders'].map((value) => ({
  value,
  label: RELATIE[value] ?? value,
}));
const VVE = Object.entries(VVE_NAAM).map(([value, label]) => ({ value, label }));
const MAANDEN = Array.from({ length: 12 }, (_, i) => ({
  value: String(i + 1),
  label: new Intl.DateTimeFormat('nl-NL', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, i, 1)),
  ),
}));

type Invoer = {
  naam: string;
  relatie: string;
  jaar: string;
  maand: string;
  school: string;
  vve: string;
  tot: string;
};

const beginVan = (lid: ZonderDossier | undefined): Invoer => ({
  naam: lid?.naam ?? '',
  relatie: lid?.relatie ?? 'kind',
  jaar: lid?.geboortejaar ? String(lid.geboortejaar) : '',
  maand: lid?.geboortemaand ? String(lid.geboortemaand) : '',
  school: lid?.school ?? '',
  vve: lid?.vve ?? '',
  tot: '',
});

const naarBody = (i: Invoer) => ({
  naam: i.naam,
  relatie: i.relatie,
  ...(i.jaar ? { geboortejaar: Number(i.jaar) } : {}),
  ...(i.maand ? { geboortemaand: Number(i.maand) } : {}),
  ...(i.school.trim() ? { school: i.school } : {}),
  ...(i.vve && i.relatie === 'kind' ? { vve: i.vve } : {}),
});

type VeldenProps = {
  i: Invoer;
  zet: (veld: keyof Invoer) => (waarde: string) => void;
  fout: (veld: string) => string | undefined;
  bestaat: boolean;
};

function LidVelden({ i, zet, fout, bestaat }: VeldenProps) {
  return (
    <>
      <TextInput label="Voornaam" error={fout('naam')} value={i.naam} onChange={zet('naam')} />
      <Select
        label="Relatie"
        error={fout('relatie')}
        value={i.relatie}
        options={RELATIES}
        onChange={zet('relatie')}
      />
      <div className="gezin-twee">
        <TextInput
          label="Geboortejaar"
          optional
          inputMode="numeric"
          maxLength={4}
          error={fout('geboortejaar')}
          value={i.jaar}
          onChange={zet('jaar')}
        />
        <Select
          label="Geboortemaand"
          optional
          emptyLabel="niet bekend"
          error={fout('geboortemaand')}
          value={i.maand}
          options={MAANDEN}
          onChange={zet('maand')}
        />
      </div>
      <TextInput
        label="School"
        optional
        error={fout('school')}
        value={i.school}
        onChange={zet('school')}
      />
      {i.relatie === 'kind' && (
        <Select
          label="Voor- en vroegschool"
          optional
          emptyLabel="nog niet besproken"
          error={fout('vve')}
          value={i.vve}
          options={VVE}
          onChange={zet('vve')}
        />
      )}
      {bestaat && (
        <DateField
          label="Hoort niet meer bij het gezin vanaf"
          hint="Alleen invullen als dat zo is."
          optional
          error={fout('tot')}
          value={i.tot}
          onChange={zet('tot')}
        />
      )}
    </>
  );
}

function LidForm({ lid, sluit }: { lid?: ZonderDossier; sluit: () => void }) {
  const dossierId = useDossierId();
  const [i, setI] = useState(beginVan(lid));
  const bewaar = useBewaar(() => (lid ? 'Gewijzigd.' : 'Gezinslid vastgelegd.'), sluit);
  const zet = (veld: keyof Invoer) => (waarde: string) => setI({ ...i, [veld]: waarde });
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const wijziging = (gezien: string) => ({
    pad: `/v1/dossiers/${lid?.dossierId}/gezinsleden/${lid?.gezinslidId}`,
    methode: 'put' as const,
    body: { ...naarBody(i), ...(i.tot ? { tot: i.tot } : {}), gezien },
  });
  return (
    <FormDialog
      title={lid ? `${lid.naam} wijzigen` : 'Gezinslid zonder dossier'}
      act={lid ? 'Bewaar' : 'Leg vast'}
      onClose={sluit}
      save={bewaar}
      current={useGezin()}
      request={
        lid
          ? wijziging(lid.feitId)
          : { pad: `/v1/dossiers/${dossierId}/gezinsleden`, methode: 'post', body: naarBody(i) }
      }
      again={(beeld) => {
        const nu = beeld.zonderDossier.find((z) => z.gezinslidId === lid?.gezinslidId);
        return nu && wijziging(nu.feitId);
      }}
      fields={[
        ...['naam', 'relatie', 'geboortejaar', 'geboortemaand', 'school'],
        ...(i.relatie === 'kind' ? ['vve'] : []),
        ...(lid ? ['tot'] : []),
      ]}
    >
      <LidVelden i={i} zet={zet} fout={fout} bestaat={lid !== undefined} />
    </FormDialog>
  );
}

function geboren(lid: ZonderDossier): string | null {
  if (lid.geboortejaar === null) return null;
  const maand = lid.geboortemaand ? `${MAANDEN[lid.geboortemaand - 1]?.label} ` : '';
  return `geboren ${maand}${lid.geboortejaar}`;
}

function Regel({ lid, wijzig }: { lid: ZonderDossier; wijzig?: (() => void) | undefined }) {
  const kind = lid.relatie === 'kind';
  return (
    <li className="gezin-lid">
      <div className="m-row m-row--between">
        <h3>
          {lid.naam}{' '}
          <span className="m-quiet">
            {[RELATIE[lid.relatie], lid.leeftijd !== null && `${lid.leeftijd} jaar`, geboren(lid)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </h3>
        {wijzig && (
          <Button look="quiet" onClick={wijzig} aria-label={`Wijzig ${lid.naam}`}>
            Wijzig
          </Button>
        )}
      </div>
      <p className="m-quiet">
        {[
          lid.school && `school ${lid.school}`,
          kind && VVE_LEEFTIJD[lid.vveLeeftijd],
          lid.vve && `voor- of vroegschool: ${VVE_NAAM[lid.vve]}`,
          `vastgelegd bij ${lid.bij}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {lid.vveAfspraakNodig && (
        <p>
          <Badge tone="near">afspraak nodig</Badge> Spreek in het PIP af hoe het met de voor- of
          vroegschool gaat.
        </p>
      )}
    </li>
  );
}

/** Kinderen en anderen zonder eigen dossier. */
export function KinderenKaart({ beeld }: { beeld: Gezinsbeeld }) {
  const [open, setOpen] = useState<ZonderDossier | 'nieuw'>();
  const { bewerken } = beeld.mag;
  return (
    <Card
      title="Kinderen en anderen zonder dossier"
      action={
        bewerken && (
          <Button look="quiet" icon="plus" onClick={() => setOpen('nieuw')}>
            Gezinslid
          </Button>
        )
      }
    >
      {beeld.zonderDossier.length === 0 ? (
        <p className="m-quiet">Er zijn nog geen kinderen of andere gezinsleden vastgelegd.</p>
      ) : (
        <ul className="gezin-leden">
          {beeld.zonderDossier.map((lid) => (
            <Regel
              key={lid.gezinslidId}
              lid={lid}
              wijzig={bewerken ? () => setOpen(lid) : undefined}
            />
          ))}
        </ul>
      )}
      {open && (
        <LidForm {...(open === 'nieuw' ? {} : { lid: open })} sluit={() => setOpen(undefined)} />
      )}
    </Card>
  );
}
