import type { ReactNode } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { TextArea } from '../../../web/ui/form/Field.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Motivering, RouteRegel } from '../route.schema.ts';
import { Feiten } from './Feiten.tsx';

type Gat = RouteRegel['nietOnderzocht'][number];

type Props = {
  regel: RouteRegel;
  gekozen: boolean;
  geadviseerd: boolean;
  motivering: Motivering;
  /** Alleen als het concept te wijzigen is. */
  wijzig?: { kies: () => void; zet: (waarde: Motivering) => void };
  /** Waar een gat wordt gevuld: een adres, of een venster. */
  vul: (gat: Gat) => { href: string } | { open: () => void } | undefined;
};

export const routenaam = (route: 'B' | 'O' | 'Z') =>
  LEERROUTE[route].charAt(0).toUpperCase() + LEERROUTE[route].slice(1);

/** Eén leerroute: de feiten, wat de wet vraagt, wat ontbreekt en de motivering. */
export function RouteKolom(props: Props) {
  const { regel, gekozen, geadviseerd, motivering, wijzig, vul } = props;
  const naam = routenaam(regel.route);
  const neemOver = (kant: 'voor' | 'tegen') =>
    wijzig &&
    ((zin: string) => {
      const oud = motivering[kant].trimEnd();
      if (oud.includes(zin)) return;
      wijzig.zet({ ...motivering, [kant]: oud ? `${oud}\n${zin}` : zin });
    });
  return (
    <section
      className={gekozen ? 'route-kolom route-kolom--gekozen' : 'route-kolom'}
      aria-labelledby={`route-${regel.route}`}
    >
      <header className="route-deel">
        <h3 id={`route-${regel.route}`} className="route-kolom__naam">
          {naam}
        </h3>
        <p className="m-row">
          {gekozen && <Badge tone="ours">gekozen</Badge>}
          {geadviseerd && <Badge tone="outside">toets en onderwijs wijzen hierheen</Badge>}
          <Badge tone={motivering.onderzocht ? 'met' : 'near'}>
            {motivering.onderzocht ? 'onderzocht' : 'nog niet onderzocht'}
          </Badge>
        </p>
      </header>
      <Wet regel={regel} />
      <Feiten kop="Ervoor" punten={regel.voor} neemOver={neemOver('voor')} />
      <Feiten kop="Ertegen" punten={regel.tegen} neemOver={neemOver('tegen')} />
      <Feiten kop="Weegt mee" punten={regel.weegtMee} neemOver={neemOver('voor')} />
      <Gaten gaten={regel.nietOnderzocht} vul={vul} />
      <div className="route-deel">
        <h4 className="route-kopje">{wijzig ? 'Uw motivering' : 'Motivering'}</h4>
        {wijzig ? (
          <Motiveren
            naam={LEERROUTE[regel.route]}
            gekozen={gekozen}
            motivering={motivering}
            wijzig={wijzig}
          />
        ) : (
          <Gelezen motivering={motivering} />
        )}
      </div>
    </section>
  );
}

function Wet({ regel }: { regel: RouteRegel }) {
  return (
    <details className="route-deel route-wet">
      <summary>Wat de wet vraagt</summary>
      <ul className="route-lijst">
        {regel.wet.map((w) => (
          <li key={w.tekst}>
            {w.tekst}{' '}
            <a className="m-quiet" href={w.grondslag.link} target="_blank" rel="noreferrer">
              {w.grondslag.artikel}
              <span className="m-hidden"> (opent in een nieuw tabblad)</span>
            </a>
          </li>
        ))}
      </ul>
      {regel.oordelen.map((o) => (
        <div key={o.tekst}>
          <p>
            <strong>U oordeelt:</strong> {o.tekst.replace(/\.$/, '')}? Weeg daarbij:
          </p>
          <ul className="route-lijst">
            {o.wegen.map((w) => (
              <li key={w}>{w}</li>
            ))}
          </ul>
        </div>
      ))}
      {regel.belet.map((r) => (
        <Alert key={r.code} tone="warning" title="Let op.">
          {r.tekst}
        </Alert>
      ))}
    </details>
  );
}

function Gaten({ gaten, vul }: { gaten: readonly Gat[]; vul: Props['vul'] }) {
  return (
    <div className="route-deel">
      <h4 className="route-kopje">
        Nog niet bekend <span className="m-quiet">{gaten.length}</span>
      </h4>
      {gaten.length === 0 && <p className="m-met">Alles is onderzocht.</p>}
      <ul className="route-lijst">
        {gaten.map((gat) => (
          <li key={`${gat.thema}${gat.tekst}`}>
            {gat.tekst} <Vul gat={gat} naar={vul(gat)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Vul({ gat, naar }: { gat: Gat; naar: ReturnType<Props['vul']> }): ReactNode {
  if (!naar) return null;
  const verborgen = <span className="m-hidden">: {gat.tekst}</span>;
  return 'href' in naar ? (
    <Link href={naar.href}>Vul in{verborgen}</Link>
  ) : (
    <button type="button" className="m-link-button" onClick={naar.open}>
      Vul in{verborgen}
    </button>
  );
}

type MotiverenProps = {
  naam: string;
  gekozen: boolean;
  motivering: Motivering;
  wijzig: NonNullable<Props['wijzig']>;
};

function Motiveren({ naam, gekozen, motivering, wijzig }: MotiverenProps) {
  const tekst = (kant: 'voor' | 'tegen') => (
    <TextArea
      label={kant === 'voor' ? `Voor de ${naam}` : `Tegen de ${naam}`}
      rows={3}
      value={motivering[kant]}
      onChange={(waarde) => wijzig.zet({ ...motivering, [kant]: waarde })}
    />
  );
  return (
    <div className="m-stack m-stack--tight">
      {tekst('voor')}
      {tekst('tegen')}
      <Checkbox
        label={`De ${naam} is onderzocht`}
        checked={motivering.onderzocht}
        onChange={(onderzocht) => wijzig.zet({ ...motivering, onderzocht })}
      />
      <label className="route-kies">
        <input type="radio" name="leerroute" checked={gekozen} onChange={wijzig.kies} />
        Kies de {naam}
      </label>
    </div>
  );
}

function Gelezen({ motivering: { voor, tegen } }: { motivering: Motivering }) {
  if (!voor && !tegen) return <p className="m-quiet">Niets opgeschreven.</p>;
  return (
    <>
      {voor && (
        <p className="route-tekst">
          <span className="m-quiet">Ervoor:</span> {voor}
        </p>
      )}
      {tegen && (
        <p className="route-tekst">
          <span className="m-quiet">Ertegen:</span> {tegen}
        </p>
      )}
    </>
  );
}
