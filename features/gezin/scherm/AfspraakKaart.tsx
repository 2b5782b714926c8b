import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { CheckboxGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { TimeField } from '../../../web/ui/form/TimeField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Gezinsbeeld } from '../gezin.schema.ts';
import { SOORT, UITKOMST } from '../woorden.schema.ts';
import { useBewaar, useDossierId } from './vragen.tsx';

const VORMEN = [
  { value: 'kantoor', label: 'op kantoor' },
  { value: 'thuis', label: 'thuis' },
  { value: 'azc', label: 'in het azc' },
  { value: 'telefoon', label: 'per telefoon' },
  { value: 'video', label: 'met beeldbellen' },
];

const soorten = (intake: boolean) =>
  ['intakegesprek', 'voortgangsgesprek', 'driegesprek', 'overig']
    .filter((s) => intake || s !== 'intakegesprek')
    .map((value) => ({ value, label: SOORT[value] ?? value }));

/** Wie nog niet weet dat een gesprek alleen ook kan. */
function Privegesprek({ beeld, wie }: { beeld: Gezinsbeeld; wie: readonly string[] }) {
  const namen = beeld.leden
    .filter((l) => wie.includes(l.dossierId) && !l.privegesprekAangeboden)
    .map((l) => l.naam);
  return (
    <Alert tone="info" title="Ieder mag ook alleen met u praten.">
      {namen.length > 0
        ? `Bied dat nog aan: ${namen.join(', ')}. Een gesprek zonder partner of familie is een recht.`
        : 'Dat is bij iedereen aangeboden. Vraag het gerust nog eens.'}
    </Alert>
  );
}

type Moment = Record<'soort' | 'datum' | 'tijd' | 'duur' | 'plaats' | 'tolkTaal' | 'vorm', string>;

const eersteMoment = ({ mag, voorstel }: Gezinsbeeld): Moment => ({
  soort: mag.intakegesprek ? 'intakegesprek' : 'voortgangsgesprek',
  datum: '',
  tijd: '',
  duur: '60',
  plaats: voorstel.plaats,
  tolkTaal: voorstel.tolkTaal ?? '',
  vorm: 'kantoor',
});

type VeldenProps = {
  moment: Moment;
  zet: (veld: keyof Moment) => (waarde: string) => void;
  fout: (veld: string) => string | undefined;
};

function MomentVelden({ moment, zet, fout }: VeldenProps) {
  return (
    <>
      <div className="gezin-twee">
        <DateField label="Dag" error={fout('datum')} value={moment.datum} onChange={zet('datum')} />
        <TimeField error={fout('tijd')} value={moment.tijd} onChange={zet('tijd')} />
        <TextInput
          label="Duur in minuten"
          inputMode="numeric"
          error={fout('duurMinuten')}
          value={moment.duur}
          onChange={zet('duur')}
        />
        <Select label="Hoe" value={moment.vorm} options={VORMEN} onChange={zet('vorm')} />
      </div>
      <TextInput
        label="Waar"
        error={fout('plaats')}
        value={moment.plaats}
        onChange={zet('plaats')}
      />
      <TextInput
        label="Taal van de tolk"
        optional
        error={fout('tolkTaal')}
        value={moment.tolkTaal}
        onChange={zet('tolkTaal')}
      />
    </>
  );
}

function PlanForm({ beeld, sluit }: { beeld: Gezinsbeeld; sluit: () => void }) {
  const dossierId = useDossierId();
  const [wie, setWie] = useState(beeld.leden.map((l) => l.dossierId));
  const [moment, setMoment] = useState<Moment>(eersteMoment(beeld));
  const bewaar = useBewaar(() => 'De afspraak staat bij ieder in het dossier.', sluit);
  const zet = (veld: keyof Moment) => (waarde: string) => setMoment({ ...moment, [veld]: waarde });
  const fout = (veld: string) => bewaar.error?.voorVeld(veld);
  const { duur, tolkTaal, ...rest } = moment;
  const body = {
    ...rest,
    wie,
    duurMinuten: Number(duur),
    ...(tolkTaal.trim() ? { tolkTaal } : {}),
  };
  return (
    <FormDialog
      title="Samen afspreken"
      act="Plan de afspraak"
      onClose={sluit}
      save={bewaar}
      request={{ pad: `/v1/dossiers/${dossierId}/gezin/afspraken`, methode: 'post', body }}
      fields={['wie', 'soort', 'datum', 'tijd', 'plaats', 'duurMinuten', 'tolkTaal']}
    >
      <CheckboxGroup
        label="Wie komt er"
        error={fout('wie')}
        values={wie}
        options={beeld.leden.map((l) => ({ value: l.dossierId, label: l.naam }))}
        onChange={setWie}
      />
      <Select
        label="Soort afspraak"
        error={fout('soort')}
        value={moment.soort}
        options={soorten(beeld.mag.intakegesprek)}
        onChange={zet('soort')}
      />
      <MomentVelden moment={moment} zet={zet} fout={fout} />
      <Privegesprek beeld={beeld} wie={wie} />
    </FormDialog>
  );
}

function Groep({ groep, beeld }: { groep: Gezinsbeeld['groepen'][number]; beeld: Gezinsbeeld }) {
  const geweest = groep.datum <= beeld.vandaag;
  return (
    <li className="gezin-lid">
      <h3>
        {formatDate(groep.datum)} om {groep.tijd}{' '}
        <span className="m-quiet">
          {SOORT[groep.soort]?.toLowerCase()}, {groep.plaats}
        </span>
      </h3>
      <ul className="gezin-wie">
        {groep.wie.map((w) => (
          <li key={w.afspraakId}>
            <Link href={`/inburgeraars/${w.dossierId}/intake`}>{w.naam}</Link>{' '}
            {w.verzet && <Badge tone="near">andere tijd</Badge>}{' '}
            {w.uitkomst ? (
              <Badge tone={w.uitkomst === 'verschenen' ? 'met' : 'neutral'}>
                {UITKOMST[w.uitkomst]}
              </Badge>
            ) : (
              <span className="m-quiet">
                {geweest ? 'uitkomst nog niet vastgelegd' : 'gepland'}
              </span>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Afspraken voor meer mensen van het gezin; ieder heeft een eigen uitkomst. */
export function AfspraakKaart({ beeld }: { beeld: Gezinsbeeld }) {
  const [open, setOpen] = useState(false);
  const alleen = beeld.leden.length < 2;
  return (
    <Card
      title="Samen afspreken"
      action={
        beeld.mag.bewerken &&
        !alleen && (
          <Button look="quiet" icon="plus" onClick={() => setOpen(true)}>
            Afspraak
          </Button>
        )
      }
    >
      {beeld.groepen.length === 0 ? (
        <p className="m-quiet">
          {alleen
            ? 'Een afspraak samen kan als er een gezinslid met een dossier is gekoppeld.'
            : 'Er is nog geen afspraak voor meer gezinsleden tegelijk.'}
        </p>
      ) : (
        <ul className="gezin-leden">
          {beeld.groepen.map((groep) => (
            <Groep key={groep.groepId} groep={groep} beeld={beeld} />
          ))}
        </ul>
      )}
      {open && <PlanForm beeld={beeld} sluit={() => setOpen(false)} />}
    </Card>
  );
}
