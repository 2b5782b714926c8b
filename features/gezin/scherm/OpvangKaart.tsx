import { useState } from 'react';
import { formatDate } from '../../../web/dates.ts';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { CheckboxGroup } from '../../../web/ui/form/Choice.tsx';
import { DateField } from '../../../web/ui/form/DateField.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { FormDialog } from '../../../web/ui/form/FormDialog.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { DAGDELEN, type Gezinsbeeld, type Opvang } from '../gezin.schema.ts';
import { OPVANG_STAAT } from '../woorden.schema.ts';
import { useBewaar, useDossierId, useGezin } from './vragen.tsx';

type Staat = Opvang['staat'];
type Invoer = {
  voorWie: string;
  gezinslidId: string;
  dagdelen: string[];
  nodigVanaf: string;
  staat: Staat;
  bij: string;
  plaatsOp: string;
  toelichting: string;
};

const beginVan = (dossierId: string, beeld: Gezinsbeeld, o: Opvang | undefined): Invoer => ({
  voorWie: o?.dossierId ?? dossierId,
  gezinslidId: o?.gezinslidId ?? '',
  dagdelen: o?.dagdelen ?? [],
  nodigVanaf: o?.nodigVanaf ?? beeld.vandaag,
  staat: o?.staat ?? 'nodig',
  bij: o?.bij ?? '',
  plaatsOp: o?.plaatsOp ?? '',
  toelichting: o?.toelichting ?? '',
});

const naarBody = (i: Invoer) => ({
  gezinslidId: i.gezinslidId || null,
  dagdelen: i.dagdelen,
  nodigVanaf: i.nodigVanaf,
  staat: i.staat,
  ...(i.bij.trim() ? { bij: i.bij } : {}),
  ...(i.plaatsOp ? { plaatsOp: i.plaatsOp } : {}),
  ...(i.toelichting.trim() ? { toelichting: i.toelichting } : {}),
});

const metPlek = ({ staat }: Invoer) => staat !== 'nodig' && staat !== 'niet-meer-nodig';

const VELDEN = ['gezinslidId', 'staat', 'nodigVanaf', 'dagdelen', 'toelichting'];

type VeldenProps = {
  i: Invoer;
  zet: (wijziging: Partial<Invoer>) => void;
  fout: (veld: string) => string | undefined;
  beeld: Gezinsbeeld;
  opvang: Opvang | undefined;
};

function Plekvelden({ i, zet, fout }: Pick<VeldenProps, 'i' | 'zet' | 'fout'>) {
  return (
    <>
      <TextInput
        label="Bij welke opvang"
        error={fout('bij')}
        value={i.bij}
        onChange={(bij) => zet({ bij })}
      />
      <DateField
        label={i.staat === 'geplaatst' ? 'Plaats vanaf' : 'Plaats verwacht op'}
        optional={i.staat !== 'geplaatst'}
        error={fout('plaatsOp')}
        value={i.plaatsOp}
        onChange={(plaatsOp) => zet({ plaatsOp })}
      />
    </>
  );
}

function Velden({ i, zet, fout, beeld, opvang }: VeldenProps) {
  const staten = (
    opvang ? [opvang.staat, ...opvang.stappen] : ['nodig', 'aangevraagd', 'wachtlijst', 'geplaatst']
  ) as Staat[];
  const kinderen = beeld.zonderDossier.filter((z) => z.relatie === 'kind');
  return (
    <>
      {!opvang && beeld.leden.length > 1 && (
        <Select
          label="Wie heeft de opvang nodig om te kunnen leren?"
          value={i.voorWie}
          options={beeld.leden.map((l) => ({ value: l.dossierId, label: l.naam }))}
          onChange={(voorWie) => zet({ voorWie })}
        />
      )}
      <Select
        label="Voor welk kind"
        optional
        emptyLabel="niet voor één kind"
        error={fout('gezinslidId')}
        value={i.gezinslidId}
        options={kinderen.map((k) => ({ value: k.gezinslidId, label: k.naam }))}
        onChange={(gezinslidId) => zet({ gezinslidId })}
      />
      <Select
        label="Hoe ver is het?"
        error={fout('staat')}
        value={i.staat}
        options={staten.map((s) => ({ value: s, label: OPVANG_STAAT[s].naam }))}
        onChange={(staat) => zet({ staat: staat as Staat })}
      />
      {metPlek(i) && <Plekvelden i={i} zet={zet} fout={fout} />}
      <DateField
        label="Nodig vanaf"
        error={fout('nodigVanaf')}
        value={i.nodigVanaf}
        onChange={(nodigVanaf) => zet({ nodigVanaf })}
      />
      <CheckboxGroup
        label="Welke dagdelen"
        error={fout('dagdelen')}
        values={i.dagdelen}
        options={DAGDELEN.map((d) => ({ value: d, label: d }))}
        inline
        onChange={(dagdelen) => zet({ dagdelen })}
      />
      <TextInput
        label="Toelichting"
        hint="Niets over gezondheid."
        optional
        error={fout('toelichting')}
        value={i.toelichting}
        onChange={(toelichting) => zet({ toelichting })}
      />
    </>
  );
}

type FormProps = { beeld: Gezinsbeeld; opvang?: Opvang; sluit: () => void };

function OpvangForm({ beeld, opvang, sluit }: FormProps) {
  const dossierId = useDossierId();
  const [i, setI] = useState(beginVan(dossierId, beeld, opvang));
  const bewaar = useBewaar(() => 'Kinderopvang vastgelegd.', sluit);
  const wijziging = (o: Opvang) => ({
    pad: `/v1/dossiers/${o.dossierId}/kinderopvang/${o.opvangId}`,
    methode: 'put' as const,
    body: { ...naarBody(i), gezien: o.feitId },
  });
  return (
    <FormDialog
      title={opvang ? 'Kinderopvang: volgende stap' : 'Kinderopvang nodig'}
      onClose={sluit}
      save={bewaar}
      current={useGezin()}
      request={
        opvang
          ? wijziging(opvang)
          : { pad: `/v1/dossiers/${i.voorWie}/kinderopvang`, methode: 'post', body: naarBody(i) }
      }
      again={(nu) => {
        const nieuwste = nu.opvang.find((o) => o.opvangId === opvang?.opvangId);
        return nieuwste && wijziging(nieuwste);
      }}
      fields={metPlek(i) ? [...VELDEN, 'bij', 'plaatsOp'] : VELDEN}
    >
      <Velden
        i={i}
        zet={(wijzig) => setI({ ...i, ...wijzig })}
        fout={(veld) => bewaar.error?.voorVeld(veld)}
        beeld={beeld}
        opvang={opvang}
      />
    </FormDialog>
  );
}

function Regel({ o, wijzig }: { o: Opvang; wijzig?: (() => void) | undefined }) {
  const { naam, toon } = OPVANG_STAAT[o.staat];
  return (
    <li className="gezin-lid">
      <div className="m-row m-row--between">
        <h3>
          {o.kind ?? 'Opvang'} <Badge tone={toon}>{naam}</Badge>
        </h3>
        {wijzig && (
          <Button
            look="quiet"
            onClick={wijzig}
            aria-label={`Volgende stap voor de opvang van ${o.kind ?? o.voorWie}`}
          >
            Volgende stap
          </Button>
        )}
      </div>
      <p>
        Nodig vanaf {formatDate(o.nodigVanaf, 'datum')} voor de lessen van {o.voorWie}.
        {o.bij && ` Bij ${o.bij}`}
        {o.bij && o.plaatsOp && `, plaats vanaf ${formatDate(o.plaatsOp, 'datum')}`}
        {o.bij && '.'}
      </p>
      <p className="m-quiet">
        {o.dagdelen.join(', ')}
        {o.toelichting && ` · ${o.toelichting}`}
        {` · ${formatDate(o.op, 'datum')}${o.door ? `, ${o.door}` : ''}`}
      </p>
    </li>
  );
}

/** Kinderopvang als voorwaarde om te kunnen leren. */
export function OpvangKaart({ beeld }: { beeld: Gezinsbeeld }) {
  const [open, setOpen] = useState<Opvang | 'nieuw'>();
  const { bewerken } = beeld.mag;
  return (
    <Card
      title="Kinderopvang"
      action={
        bewerken && (
          <Button look="quiet" icon="plus" onClick={() => setOpen('nieuw')}>
            Opvang nodig
          </Button>
        )
      }
    >
      {beeld.opvang.length === 0 ? (
        <p className="m-quiet">
          Er is geen kinderopvang vastgelegd. Leg vast als iemand zonder opvang niet naar de les
          kan.
        </p>
      ) : (
        <ul className="gezin-leden">
          {beeld.opvang.map((o) => (
            <Regel key={o.opvangId} o={o} wijzig={bewerken ? () => setOpen(o) : undefined} />
          ))}
        </ul>
      )}
      <p className="gezin-meer">
        <Link href="/kinderopvang">Iedereen die op opvang wacht</Link>
      </p>
      {open && (
        <OpvangForm
          beeld={beeld}
          {...(open === 'nieuw' ? {} : { opvang: open })}
          sluit={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
