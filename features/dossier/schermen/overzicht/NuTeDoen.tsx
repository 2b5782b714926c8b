import { formatDate } from '../../../../web/dates.ts';
import { TermijnBadge } from '../../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../../web/ui/data/Waarom.tsx';
import { Alert } from '../../../../web/ui/feedback/Alert.tsx';
import { ButtonLink } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import type { Kop, StandGelezen } from '../../stand.schema.ts';
import { BrpBekeken } from '../brp.tsx';

type Voorstel = NonNullable<Kop['voorstel']>;

/** The tab where an act is done; acts that are not there yet have none. */
const TAB: Record<string, { deel: string; knop: string }> = {
  'intake-plannen': { deel: 'intake', knop: 'Naar de intake' },
  'oproep-herhalen': { deel: 'intake', knop: 'Naar de intake' },
  'intake-voeren': { deel: 'intake', knop: 'Naar de intake' },
  'intake-afronden': { deel: 'intake', knop: 'Naar de intake' },
  'leerbaarheidstoets-plannen': { deel: 'intake', knop: 'Naar de intake' },
  'pip-opstellen': { deel: 'pip', knop: 'Naar het PIP' },
  'pip-vaststellen': { deel: 'pip', knop: 'Naar het PIP' },
  'pip-melding-herstellen': { deel: 'duo', knop: 'Naar de berichten' },
  'aanbod-doen': { deel: 'traject', knop: 'Naar het aanbod' },
  'voortgangsgesprek-voeren': { deel: 'traject', knop: 'Naar de gesprekken' },
  'pvt-plannen': { deel: 'traject', knop: 'Naar het PVT' },
  'map-eindgesprek-plannen': { deel: 'traject', knop: 'Naar de MAP' },
  'zroute-eindgesprek-plannen': { deel: 'traject', knop: 'Naar de afronding' },
  'wachten-op-duo': { deel: 'duo', knop: 'Naar de berichten' },
};

const magTab = (deel: string, mag: Kop['mag']) =>
  ({ intake: mag.intake, pip: mag.pip, traject: mag.traject, duo: mag.inzien })[deel] ?? false;

function LaatsteDag({ voorstel }: { voorstel: Voorstel }) {
  if (!voorstel.laatsteDag) return null;
  return (
    <span className="m-row">
      <span>
        uiterlijk{' '}
        <Waarom uitleg={voorstel.uitleg} vraag="Waarom is dit de laatste dag?">
          {formatDate(voorstel.laatsteDag)}
        </Waarom>
      </span>
      <TermijnBadge dagen={voorstel.dagenOver ?? null} />
    </span>
  );
}

/** The reason without the sentence that only repeats the last day, which stands beside the title. */
function reden({ reden: tekst, laatsteDag }: Voorstel): string {
  if (!laatsteDag) return tekst;
  const dag = formatDate(laatsteDag, 'datum');
  const zinnen = tekst.split(/(?<=\.) /);
  const over = zinnen.filter(
    (zin) => !/^Het PIP moet er uiterlijk/.test(zin) || !zin.includes(dag),
  );
  return over.length > 0 ? over.join(' ') : tekst;
}

/** 'PVT plannen' stays, 'Aanbod doen' starts small. */
const inZin = (titel: string) =>
  /^[A-Z]{2}/.test(titel) ? titel : titel.charAt(0).toLowerCase() + titel.slice(1);

/** The one act that is due now, why, until when, and the way to it. */
export function NuTeDoen({ kop, verder }: { kop: Kop; verder: StandGelezen['voorstellen'] }) {
  const { voorstel } = kop;
  if (!voorstel) return null;
  const tab = TAB[voorstel.soort];
  return (
    <Card
      title={voorstel.soort === 'geen' ? 'Nu te doen: niets' : voorstel.titel}
      action={<LaatsteDag voorstel={voorstel} />}
      tone="soft"
    >
      <div className="m-stack m-stack--tight">
        <p>{reden(voorstel)}</p>
        {kop.uitgesteldTot && (
          <p className="m-quiet">Uitgesteld tot {formatDate(kop.uitgesteldTot)}.</p>
        )}
        {tab && magTab(tab.deel, kop.mag) && (
          <div>
            <ButtonLink look="primary" href={`/inburgeraars/${kop.dossierId}/${tab.deel}`}>
              {tab.knop}
            </ButtonLink>
          </div>
        )}
        {verder.length > 0 && (
          <p className="m-quiet">Daarna: {verder.map((v) => inZin(v.titel)).join('; ')}.</p>
        )}
      </div>
    </Card>
  );
}

const TOON = { 'te-laat': 'refusal', 'let-op': 'warning', 'ter-info': 'info' } as const;
const KOPJE = {
  'te-laat': 'Te laat.',
  'let-op': 'Let op.',
  'ter-info': 'Ter informatie.',
} as const;

/** What the klantmanager must not overlook. */
export function Signalen({ kop }: { kop: Kop }) {
  // That the PIP is late already stands in red in the head and beside the act.
  const alGezegd = (kop.voorstel?.dagenOver ?? 0) < 0 && kop.pipTermijn?.laatsteDag;
  const signalen = kop.signalen.filter((s) => !(alGezegd && s.id === 'pip-te-laat'));
  return signalen.map((s) => (
    <Alert key={s.id + s.tekst} tone={TOON[s.ernst]} title={KOPJE[s.ernst]}>
      {s.tekst} <BrpBekeken kop={kop} signaal={s.id} />
    </Alert>
  ));
}
