import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatMoment } from '../../../web/dates.ts';
import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Field, TextInput } from '../../../web/ui/form/Field.tsx';
import { FileInput } from '../../../web/ui/form/FileInput.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { keurStijl } from '../keur.ts';
import { contrastOpWit } from '../kleur.ts';
import { logosoort } from '../logosoort.ts';
import type { Huisstijl, Stijl } from '../sjablonen.schema.ts';
import { Briefbeeld } from './Briefbeeld.tsx';
import { Kader, useGemeenteData } from './Kader.tsx';
import '../sjablonen.css';

type NieuwLogo = { soort: 'svg' | 'png'; inhoud: string; naam: string } | 'weg' | undefined;

const VELDEN: readonly (readonly [Exclude<keyof Stijl, 'kleur'>, string, string])[] = [
  ['adres', 'Adres', 'Marktplein 4'],
  ['postcode', 'Postcode', '7411 AB'],
  ['plaats', 'Plaats', ''],
  ['telefoon', 'Telefoon', '0570 12 34 56'],
  ['email', 'E-mail', 'inburgering@gemeente.nl'],
  ['website', 'Website', 'www.gemeente.nl'],
];

/** Logo, kleur en adres boven elke brief. */
export function HuisstijlScreen() {
  const data = useGemeenteData<Huisstijl>('huisstijl');
  return (
    <Kader data={data} titel="Huisstijl" lead="Logo, kleur en adres boven elke brief.">
      {data.vraag.data && <Vorm key={data.gemeenteId} huisstijl={data.vraag.data} />}
    </Kader>
  );
}

function useVorm(h: Huisstijl) {
  const client = useQueryClient();
  const [stijl, setStijl] = useState(h.stijl);
  const [logo, setLogo] = useState<NieuwLogo>();
  const [logofout, setLogofout] = useState<string>();
  const sleutel = ['huisstijl', h.gemeente.id];
  const body = {
    stijl,
    ...(logo === undefined
      ? {}
      : { logo: logo === 'weg' ? 'weg' : { soort: logo.soort, inhoud: logo.inhoud } }),
  };
  const stel = useMutation<Huisstijl, Problem>({
    mutationFn: () =>
      api.put<Huisstijl>(`/v1/gemeenten/${h.gemeente.id}/huisstijl`, {
        ...body,
        revisie: h.revisie,
      }),
    onSuccess: (nieuw) => {
      client.setQueryData(sleutel, nieuw);
      void client.invalidateQueries({ queryKey: ['briefbeeld'] });
      setLogo(undefined);
      toast({ tekst: 'De huisstijl is vastgelegd. Nieuwe brieven nemen haar meteen.' });
    },
    onError: (fout) => {
      if (fout.conflict) void client.invalidateQueries({ queryKey: sleutel });
    },
  });
  const kiesLogo = (nieuw: NieuwLogo, fout?: string) => {
    stel.reset();
    setLogo(nieuw);
    setLogofout(fout);
  };
  return { stijl, setStijl, logo, logofout, kiesLogo, body, stel, fouten: keurStijl(stijl) };
}

function Vorm({ huisstijl: h }: { huisstijl: Huisstijl }) {
  const vorm = useVorm(h);
  const { stijl, setStijl, stel, fouten, logo } = vorm;
  const foutVan = (veld: keyof Stijl) => fouten.find((f) => f.veld === veld)?.tekst;
  const gelijk = logo === undefined && JSON.stringify(stijl) === JSON.stringify(h.stijl);
  return (
    <div className="sjabloon-editor">
      <form className="m-stack" onSubmit={(event) => event.preventDefault()}>
        <Card title="Boven en onder de brief">
          <fieldset className="sjabloon-velden" disabled={!h.magWijzigen}>
            <div className="sjabloon-twee">
              {VELDEN.map(([veld, label, voorbeeld]) => (
                <TextInput
                  key={veld}
                  label={label}
                  placeholder={voorbeeld}
                  value={stijl[veld]}
                  error={foutVan(veld)}
                  onChange={(waarde) => setStijl({ ...stijl, [veld]: waarde.trimStart() })}
                />
              ))}
            </div>
            <Kleur
              kleur={stijl.kleur}
              fout={foutVan('kleur')}
              onChange={(kleur) => setStijl({ ...stijl, kleur })}
            />
            <Logo
              nu={h.logo}
              nieuw={logo}
              onChange={vorm.kiesLogo}
              fout={vorm.logofout}
              geweigerd={stel.error?.voorVeld('logo')}
            />
          </fieldset>
          <Meldingen vorm={vorm} huisstijl={h} />
          {h.magWijzigen && (
            <Button
              look="primary"
              busy={stel.isPending}
              onClick={() => stel.mutate()}
              reason={nietKlaar(vorm, gelijk)}
            >
              Vastleggen
            </Button>
          )}
        </Card>
        <Eerder huisstijl={h} />
      </form>
      <Briefbeeld
        adres={`/v1/gemeenten/${h.gemeente.id}/huisstijl`}
        body={vorm.body}
        tegen={fouten.length > 0 ? 'Vul eerst aan wat ontbreekt.' : undefined}
      />
    </div>
  );
}

function nietKlaar({ fouten, logofout }: ReturnType<typeof useVorm>, gelijk: boolean) {
  if (fouten.length > 0) return 'Vul eerst aan wat ontbreekt.';
  if (logofout) return 'Kies eerst een ander logo.';
  return gelijk ? 'Er is nog niets veranderd.' : undefined;
}

function Meldingen({
  vorm,
  huisstijl: h,
}: {
  vorm: ReturnType<typeof useVorm>;
  huisstijl: Huisstijl;
}) {
  const { stel, setStijl } = vorm;
  return (
    <>
      {stel.error?.conflict && (
        <ConflictNotice
          conflict={stel.error.conflict}
          onTakeTheirs={() => {
            stel.reset();
            setStijl(h.stijl);
          }}
          onKeepMine={() => stel.mutate()}
        />
      )}
      {stel.error && !stel.error.conflict && <Weigering fout={stel.error} velden={['logo']} />}
    </>
  );
}

type KleurProps = { kleur: string; fout: string | undefined; onChange: (kleur: string) => void };

function Kleur({ kleur, fout, onChange }: KleurProps) {
  const id = useId();
  const geldig = /^#[0-9a-f]{6}$/iu.test(kleur);
  const contrast = geldig
    ? contrastOpWit(kleur).toLocaleString('nl-NL', { maximumFractionDigits: 1 })
    : '';
  return (
    <div className="sjabloon-kleur">
      <TextInput
        label="Kleur"
        hint={
          geldig
            ? `Contrast met wit: ${contrast} op 1. Minstens 4,5 is nodig.`
            : 'Een kruisje en zes tekens, zoals #0b5560.'
        }
        value={kleur}
        error={fout}
        onChange={(waarde) => onChange(waarde.trim())}
      />
      <label htmlFor={id} className="m-hidden">
        Kies de kleur met het oog
      </label>
      <input
        id={id}
        type="color"
        value={geldig ? kleur : '#0b5560'}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

type LogoProps = {
  nu: string | null;
  nieuw: NieuwLogo;
  /** Waarom het gekozen bestand niet kan; dan is er geen nieuw logo. */
  fout: string | undefined;
  /** Wat de server van het gekozen logo vond. */
  geweigerd: string | undefined;
  onChange: (logo: NieuwLogo, fout?: string) => void;
};
type Bestand = Exclude<NieuwLogo, 'weg' | undefined>;

const MAX = 200_000;
const GEEN_LOGO = 'Kies een SVG of PNG. Dit bestand is dat niet, of het is stuk.';

const adresVan = ({ soort, inhoud }: Bestand) =>
  `data:image/${soort === 'svg' ? 'svg+xml' : 'png'};base64,${inhoud}`;

/** Of de browser het beeld kan tekenen. */
async function isTeTekenen(logo: Bestand): Promise<boolean> {
  const beeld = new Image();
  beeld.src = adresVan(logo);
  return beeld.decode().then(
    () => true,
    () => false,
  );
}

async function lees(bestand: File): Promise<Bestand | undefined> {
  const bytes = new Uint8Array(await bestand.arrayBuffer());
  const soort = logosoort(bytes);
  if (!soort) return undefined;
  let binair = '';
  for (const b of bytes) binair += String.fromCharCode(b);
  const logo = { soort, inhoud: btoa(binair), naam: bestand.name };
  // Een SVG die niet te tekenen is, weigert de server met de reden erbij.
  return soort === 'svg' || (await isTeTekenen(logo)) ? logo : undefined;
}

function Logo({ nu, nieuw, fout, geweigerd, onChange }: LogoProps) {
  const id = useId();
  const kies = async (bestand: File) => {
    if (bestand.size > MAX) {
      onChange(undefined, 'Dit bestand is groter dan 200 kB. Maak het kleiner.');
      return;
    }
    const logo = await lees(bestand);
    onChange(logo, logo ? undefined : GEEN_LOGO);
  };
  const beeld =
    nieuw === 'weg'
      ? undefined
      : nieuw
        ? adresVan(nieuw)
        : nu && `data:image/svg+xml;charset=utf-8,${encodeURIComponent(nu)}`;
  return (
    <Field
      id={id}
      label="Logo"
      optional
      hint="SVG (beste) of PNG, hoogstens 200 kB. In een SVG alleen vormen: geen losse tekst en geen verwijzing."
      error={fout ?? geweigerd}
    >
      <div className="sjabloon-logo">
        {beeld ? (
          <img src={beeld} alt="Het logo" />
        ) : (
          <span className="m-quiet">Geen logo: de naam van de gemeente staat boven de brief.</span>
        )}
        <FileInput
          id={id}
          accept=".svg,.png,image/svg+xml,image/png"
          onFile={(bestand) => void kies(bestand)}
        />
        {(beeld || fout) && (
          <button
            type="button"
            className="m-link-button"
            onClick={() => onChange(nieuw || fout ? undefined : 'weg')}
          >
            {nieuw || fout ? 'Toch niet dit logo' : 'Logo weghalen'}
          </button>
        )}
      </div>
    </Field>
  );
}

function Eerder({ huisstijl: h }: { huisstijl: Huisstijl }) {
  return (
    <Card title="Wie veranderde wat">
      {h.eerder.length === 0 && <p className="m-quiet">Nog niet gewijzigd sinds de inrichting.</p>}
      <ol className="sjabloon-versies">
        {h.eerder.map((e) => (
          <li key={e.op}>
            {formatMoment(e.op)}, {e.door}: {e.wat.join(', ') || 'niets'}
          </li>
        ))}
      </ol>
    </Card>
  );
}
