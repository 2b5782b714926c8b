import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate, formatMoment } from '../../../web/dates.ts';
import { KeyValue, type KeyValueItem } from '../../../web/ui/data/KeyValue.tsx';
import { Alert } from '../../../web/ui/feedback/Alert.tsx';
import { ErrorState } from '../../../web/ui/feedback/States.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { PipDetail, PipRegel } from '../pip.schema.ts';
import { Intrekken } from './Intrekken.tsx';
import { ALFABETISERING, onderdeelVan, ROUTENAAM, ROUTES } from './namen.ts';

/** Een PIP dat niet meer te wijzigen is: wat erin staat en hoe het er bij DUO voor staat. */
export function PipBesluit({ pip }: { pip: PipDetail }) {
  return (
    <div className="m-stack">
      {pip.duo && <BijDuo pip={pip} duo={pip.duo} />}
      <Inhoud pip={pip} />
      {pip.handelingen.intrekken.mag && <Intrekken pip={pip} />}
    </div>
  );
}

type Duo = NonNullable<PipRegel['duo']>;

function BijDuo({ pip, duo }: { pip: PipDetail; duo: Duo }) {
  const queries = useQueryClient();
  const opnieuw = useMutation<unknown, Problem>({
    mutationFn: () => api.post(`/v1/verzendingen/${duo.verzendingId}/_opnieuw`, {}),
    onSuccess: () => queries.invalidateQueries(),
  });
  const knop = (
    <Button busy={opnieuw.isPending} onClick={() => opnieuw.mutate()}>
      {duo.staat === 'geweigerd' ? 'Opnieuw versturen' : 'Nu proberen'}
    </Button>
  );
  return (
    <div className="m-stack m-stack--tight">
      {duo.staat === 'geaccepteerd' && (
        <Alert tone="success" title="DUO heeft dit PIP.">
          Geaccepteerd op {formatMoment(duo.sinds)}.
        </Alert>
      )}
      {(duo.staat === 'wacht' || duo.staat === 'bezig') && (
        <Alert tone="info" title="Dit PIP is op weg naar DUO.">
          Klaargezet op {formatMoment(duo.sinds)}.{' '}
          {duo.laatsteFout
            ? `Na ${duo.pogingen} ${duo.pogingen === 1 ? 'poging' : 'pogingen'} nog niet gelukt: ${duo.laatsteFout}. Meedoen blijft het proberen.`
            : ''}
          {duo.laatsteFout && <div className="m-row m-alert__acts">{knop}</div>}
        </Alert>
      )}
      {duo.staat === 'geweigerd' && (
        <Alert
          tone="refusal"
          title={
            duo.doorOns ? 'Dit PIP is niet naar DUO gestuurd.' : 'DUO heeft dit PIP geweigerd.'
          }
        >
          <ul>
            {duo.foutteksten.map((tekst) => (
              <li key={tekst}>
                {duo.doorOns ? tekst : `„${tekst}”`}
                {onderdeelVan(tekst) && ` Kijk naar ${onderdeelVan(tekst)}.`}
              </li>
            ))}
          </ul>
          <p>
            Klopt het PIP niet, maak dan een nieuwe versie. Is het bij DUO hersteld, verstuur het
            dan opnieuw.
          </p>
          {pip.geldend && <div className="m-row m-alert__acts">{knop}</div>}
        </Alert>
      )}
      {duo.staat === 'ingetrokken' && (
        <Alert tone="info" title="Dit PIP is niet naar DUO gegaan." />
      )}
      {opnieuw.isError && <ErrorState error={opnieuw.error} />}
    </div>
  );
}

function feitenVan(pip: PipDetail): KeyValueItem[] {
  const { inhoud } = pip;
  const uren = inhoud.intensiteitUren
    ? `${inhoud.intensiteitUren} uur in totaal, ${inhoud.intensiteitUrenPerWeek ?? '–'} per week`
    : '–';
  const asiel = pip.doelgroep === 'asielstatushouder';
  return [
    { naam: 'Niveau', waarde: inhoud.niveau ?? (inhoud.leerroute === 'Z' ? '–' : 'B1') },
    ...(asiel ? [{ naam: 'Lessen', waarde: uren }] : []),
    {
      naam: 'Alfabetisering',
      waarde: ALFABETISERING.find((a) => a.value === inhoud.alfabetisering)?.label ?? '–',
    },
    { naam: 'Eerst opleiding afmaken', waarde: inhoud.magOpleidingAfmaken ? 'ja' : 'nee' },
    { naam: 'PVT', waarde: `${inhoud.pvt.uren} uur. ${inhoud.pvt.invulling}` },
    ...(inhoud.leerroute === 'O'
      ? []
      : [{ naam: 'MAP', waarde: `${inhoud.moduleMap.uren} uur. ${inhoud.moduleMap.invulling}` }]),
    ...(inhoud.participatie && inhoud.leerroute === 'Z'
      ? [{ naam: 'Participatie', waarde: inhoud.participatie }]
      : []),
    { naam: 'Begeleiding', waarde: inhoud.begeleiding },
    {
      naam: 'Voortgangsgesprekken',
      waarde: `${inhoud.voortgangsgesprekken.aantal} gesprekken. ${inhoud.voortgangsgesprekken.ritme}`,
    },
    { naam: 'VVE', waarde: inhoud.vve ?? 'geen afspraken nodig' },
    {
      naam: 'Telt mee van eerder',
      waarde:
        inhoud.meegeteldeInspanningen.map((i) => `${i.omschrijving}: ${i.uren} uur`).join('; ') ||
        'niets',
    },
  ];
}

function Afweging({ voor, tegen }: { voor: string; tegen: string }) {
  if (!voor && !tegen) return <span className="m-quiet">niet gemotiveerd</span>;
  return (
    <>
      {voor && (
        <p>
          <span className="m-quiet">Ervoor:</span> {voor}
        </p>
      )}
      {tegen && (
        <p>
          <span className="m-quiet">Ertegen:</span> {tegen}
        </p>
      )}
    </>
  );
}

function Inhoud({ pip }: { pip: PipDetail }) {
  const { inhoud } = pip;
  return (
    <>
      <Card title={inhoud.leerroute ? ROUTENAAM[inhoud.leerroute] : 'Leerroute'}>
        <div className="m-stack m-stack--tight">
          <p className="pip-tekst">{inhoud.motivering}</p>
          <KeyValue
            items={ROUTES.map((route) => ({
              naam: ROUTENAAM[route],
              waarde: <Afweging {...inhoud.afweging[route]} />,
            }))}
          />
        </div>
      </Card>
      <Card title="Afspraken">
        <KeyValue items={feitenVan(pip)} />
      </Card>
    </>
  );
}

/** De versies met dagtekening, staat bij DUO, beschikking en bezwaar. */
export function Versies({
  items,
  gekozen,
  onKies,
  dossierId,
}: {
  items: readonly PipRegel[];
  gekozen: string;
  onKies: (versie: number) => void;
  dossierId: string;
}) {
  return (
    <Card title="Versies">
      <ul className="pip-versies">
        {items.map((item) => (
          <li key={item.pipId}>
            <button
              type="button"
              className="m-link-button"
              aria-current={item.pipId === gekozen ? 'true' : undefined}
              onClick={() => onKies(item.versie)}
            >
              Versie {item.versie}
            </button>
            <span className="m-quiet">
              {item.geldend
                ? 'geldt nu'
                : item.staat === 'vastgesteld'
                  ? 'vervangen'
                  : item.staat.replace('-', ' ')}
              {item.dagtekening && ` · ${formatDate(item.dagtekening, 'datum')}`}
              {item.vastgesteldDoor && ` · ${item.vastgesteldDoor.naam}`}
            </span>
            {item.bezwaarTotEnMet && (
              <span className="m-quiet">
                Bezwaar tot en met {formatDate(item.bezwaarTotEnMet, 'datum')}
              </span>
            )}
            {item.documentId && (
              <a
                href={`/v1/dossiers/${dossierId}/documenten/${item.documentId}`}
                target="_blank"
                rel="noreferrer"
              >
                Beschikking (PDF)<span className="m-hidden"> versie {item.versie}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
