import { formatDate } from '../../../web/dates.ts';
import { KeyValue } from '../../../web/ui/data/KeyValue.tsx';
import { UitlegTree } from '../../../web/ui/data/Uitleg.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState, Skeleton } from '../../../web/ui/feedback/States.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { Icon, type IconName } from '../../../web/ui/layout/Icon.tsx';
import type { RegelAntwoord, RegelDetail } from '../regels.schema.ts';
import { type Fouten, naamVan, type VeldSchema } from './feiten.ts';
import { ANTWOORD, NaarVeld } from './focus.tsx';
import type { Vraag } from './useVraag.tsx';
import { type Waarde, waardenVan } from './waarden.ts';

type Uitkomst = RegelAntwoord['uitkomst'];

const UITKOMST: Record<Uitkomst, { woorden: string; kleur: string; icon: IconName }> = {
  voldoet: { woorden: 'Ja, dit voldoet', kleur: 'met', icon: 'vink' },
  'voldoet-niet': { woorden: 'Nee, dit voldoet niet', kleur: 'late', icon: 'weiger' },
  onbekend: { woorden: 'Nog niet te zeggen', kleur: 'near', icon: 'letop' },
  bepaald: { woorden: 'Bepaald', kleur: 'ours', icon: 'vink' },
  'niet-van-toepassing': { woorden: 'Niet van toepassing', kleur: 'neutral', icon: 'info' },
};
const ONGELDIG = 400;
const GROOT = 'regel-uitkomst__woorden';

function Kop({ antwoord }: { antwoord: RegelAntwoord }) {
  const { woorden, kleur, icon } = UITKOMST[antwoord.uitkomst];
  // Is er iets berekend, dan is dat het antwoord en niet dat het is berekend.
  const berekend = antwoord.uitkomst === 'bepaald' && Boolean(antwoord.uitleg?.uitkomst);
  const zin = antwoord.uitkomst === 'onbekend' ? undefined : antwoord.uitleg?.uitkomst;
  return (
    <div className={`regel-uitkomst regel-uitkomst--${kleur}`} role="status">
      <Icon name={icon} size={22} />
      <div>
        <p className={berekend ? undefined : GROOT}>{woorden}</p>
        {zin && <p className={berekend ? GROOT : undefined}>{formatDate(zin, 'datum')}</p>}
      </div>
    </div>
  );
}

function Waarden({ waarden }: { waarden: readonly Waarde[] }) {
  if (waarden.length === 0) return null;
  const items = waarden.map((deel) => ({
    naam: deel.naam,
    waarde:
      deel.soort === 'rijen' ? (
        <Rijen rijen={deel.rijen} />
      ) : (
        <strong>{deel.soort === 'datum' ? formatDate(deel.tekst, 'lang') : deel.tekst}</strong>
      ),
  }));
  return <KeyValue items={items} />;
}

function Rijen({ rijen }: { rijen: readonly Waarde[][] }) {
  if (rijen.length === 0) return <span className="m-quiet">geen</span>;
  if (rijen.length === 1) return <Waarden waarden={rijen[0] ?? []} />;
  return (
    <ol className="regel-rijen">
      {rijen.map((rij) => (
        <li key={JSON.stringify(rij)}>
          <Waarden waarden={rij} />
        </li>
      ))}
    </ol>
  );
}

function Redenen({ redenen }: Pick<RegelAntwoord, 'redenen'>) {
  if (!redenen || redenen.length === 0) return null;
  return (
    <section aria-labelledby="redenen">
      <h3 id="redenen">Waarom niet</h3>
      <ul className="regel-punten">
        {redenen.map(({ code, tekst, veld, grondslag }) => (
          <li key={`${code}${veld ?? ''}${tekst}`}>
            {veld ? <NaarVeld pad={veld}>{tekst}</NaarVeld> : tekst}
            {grondslag && (
              <div className="m-quiet">
                <a href={grondslag.link} target="_blank" rel="noreferrer">
                  {grondslag.artikel}
                  <span className="m-hidden"> (opent in een nieuw tabblad)</span>
                </a>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function NogNodig({ ontbreekt }: Pick<RegelAntwoord, 'ontbreekt'>) {
  if (!ontbreekt || ontbreekt.length === 0) return null;
  return (
    <section aria-labelledby="nog-nodig">
      <h3 id="nog-nodig">Hiervoor is nog nodig</h3>
      <ul className="regel-punten">
        {ontbreekt.map(({ feit, tekst }) => (
          <li key={feit}>
            <NaarVeld pad={feit}>{tekst}</NaarVeld>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Uitslag({ regel, antwoord }: { regel: RegelDetail; antwoord: RegelAntwoord }) {
  const uitvoer = regel.uitvoer as VeldSchema;
  const schema = uitvoer.properties?.waarde;
  return (
    <div className="m-stack">
      <Kop antwoord={antwoord} />
      {schema && <Waarden waarden={waardenVan(schema, antwoord.waarde)} />}
      <Redenen redenen={antwoord.redenen} />
      <NogNodig ontbreekt={antwoord.ontbreekt} />
      {antwoord.uitleg && (
        <section aria-labelledby="waarom">
          <h3 id="waarom">Waarom?</h3>
          <UitlegTree uitleg={antwoord.uitleg} regel={regel.id} />
        </section>
      )}
    </div>
  );
}

function Verbeter({ fouten, schema }: { fouten: Fouten; schema: VeldSchema }) {
  return (
    <Alert tone="refusal" title="Verbeter eerst wat niet klopt." live>
      <ul className="regel-punten">
        {Object.entries(fouten).map(([pad, tekst]) => (
          <li key={pad}>
            <NaarVeld pad={pad}>{naamVan(schema, pad)}</NaarVeld>: {tekst}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Inhoud({ regel, vraag }: { regel: RegelDetail; vraag: Vraag }) {
  const { antwoord, probleem, fouten, onleesbaar, gesteld, bezig, opnieuw } = vraag;
  if (!gesteld) {
    return (
      <p className="regel-leeg">
        Vul in wat u weet, of kies een voorbeeld. Het antwoord komt hier, met de weg ernaartoe.
      </p>
    );
  }
  if (onleesbaar || probleem?.status === ONGELDIG) {
    return <Verbeter fouten={fouten} schema={regel.invoer as VeldSchema} />;
  }
  if (probleem) return <ErrorState error={probleem} onRetry={opnieuw} />;
  if (!antwoord) return <Skeleton lines={4} label="Het antwoord wordt bepaald…" />;
  return (
    <div aria-busy={bezig} className="regel-uitslag">
      <Uitslag regel={regel} antwoord={antwoord} />
    </div>
  );
}

/** Het antwoord op de ingevulde feiten, in elke toestand. */
export function Antwoord({ regel, vraag }: { regel: RegelDetail; vraag: Vraag }) {
  return (
    <div id={ANTWOORD} tabIndex={-1} className="regel-antwoord">
      <Card title="Antwoord">
        <Inhoud regel={regel} vraag={vraag} />
      </Card>
    </div>
  );
}
