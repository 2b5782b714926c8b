import { ConflictNotice } from '../../../web/ui/feedback/ConflictNotice.tsx';
import { SaveState } from '../../../web/ui/feedback/SaveState.tsx';
import { Checkbox, RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { VrijeTekst } from '../../../web/ui/form/VrijeTekst.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { BronVeld, PipConcept, PipDetail } from '../pip.schema.ts';
import { ALFABETISERING, veldId } from './namen.ts';
import type { Concept, Zet } from './useConcept.tsx';
import { MetBronnen, useBronnen } from './velden/bronnen.tsx';
import { RouteTabel } from './velden/RouteTabel.tsx';
import { Getal, Inspanningen, UrenMetInvulling } from './velden/velden.tsx';

type Deel = { inhoud: PipConcept; zet: Zet; pip: PipDetail };

/** Alles wat in het PIP komt, in de volgorde van de beschikking; elk veld wordt vanzelf bewaard. */
export function PipFormulier({ pip, concept }: { pip: PipDetail; concept: Concept }) {
  const { inhoud, zet, zetAfweging } = concept;
  const deel = { inhoud, zet, pip };
  const lesuren = useBronnen()?.lesuren;
  const kies = (route: 'B' | 'O' | 'Z') => {
    zet('leerroute', route);
    const uren = route === 'O' ? null : lesuren?.[route];
    if (uren && !inhoud.intensiteitUren) zet('intensiteitUren', uren);
  };
  return (
    <div className="m-stack">
      <Opslag concept={concept} />
      <Card title="Keuze van de leerroute">
        <div className="m-stack">
          <RouteTabel inhoud={inhoud} onRoute={(route) => kies(route)} onAfweging={zetAfweging} />
          <Veld veld="motivering" value={inhoud.motivering} zet={(t) => zet('motivering', t)}>
            <VrijeTekst
              id={veldId('motivering')}
              label="Waarom deze leerroute?"
              hint="In volle zinnen; deze tekst komt in de beschikking."
              rows={5}
              value={inhoud.motivering}
              onChange={(waarde) => zet('motivering', waarde)}
            />
          </Veld>
          <Afwijking {...deel} />
          {pip.versie > 1 && (
            <VrijeTekst
              id={veldId('redenWijziging')}
              label="Waarom wijzigt het PIP?"
              value={inhoud.redenWijziging ?? ''}
              onChange={(waarde) => zet('redenWijziging', waarde || null)}
            />
          )}
        </div>
      </Card>
      <Lessen {...deel} />
      <PvtEnMap {...deel} />
      <Begeleiding {...deel} />
    </div>
  );
}

type VeldProps = {
  veld: BronVeld;
  value: string;
  zet: (tekst: string) => void;
  children: React.ReactNode;
};

const Veld = ({ veld, value, zet, children }: VeldProps) => (
  <MetBronnen veld={veld} value={value} onChange={zet}>
    {children}
  </MetBronnen>
);

/** Alleen te vullen als de keuze afwijkt van waar toets en onderwijs op wijzen. */
function Afwijking({ inhoud, zet }: Deel) {
  const advies = useBronnen()?.advies;
  const wijktAf =
    advies?.richting && inhoud.leerroute !== undefined && inhoud.leerroute !== advies.richting;
  if (!wijktAf && !inhoud.afwijking) return null;
  return (
    <VrijeTekst
      id={veldId('afwijking')}
      label="Waarom wijkt u af?"
      hint={advies?.tekst}
      value={inhoud.afwijking ?? ''}
      onChange={(waarde) => zet('afwijking', waarde || null)}
    />
  );
}

/** Blijft boven het formulier in beeld: of alles is bewaard, of wie er tussen kwam. */
function Opslag({ concept }: { concept: Concept }) {
  const { state, flush } = concept.opslag;
  const conflict = state.stand === 'niet-opgeslagen' ? state.conflict : undefined;
  if (!conflict) {
    return (
      <div className="pip-opslag pip-opslag--rustig">
        <SaveState state={state} onRetry={() => void flush()} />
      </div>
    );
  }
  return (
    <div className="pip-opslag">
      <ConflictNotice
        conflict={conflict}
        onTakeTheirs={() => void concept.neemOver()}
        onKeepMine={() => void concept.houdEigen()}
      />
    </div>
  );
}

function niveauOpties(inhoud: PipConcept, eerstePip: boolean) {
  const route = inhoud.leerroute;
  const nietA2 = route === 'O' || (route === 'B' && eerstePip);
  return [
    {
      value: 'B1',
      label: 'B1',
      disabled: route === 'Z',
      ...(route === 'Z' ? { hint: 'Niveau B1 past niet bij de Z-route.' } : {}),
    },
    {
      value: 'A2',
      label: 'A2',
      disabled: nietA2,
      ...(nietA2
        ? {
            hint:
              route === 'O'
                ? 'Niveau A2 past niet bij de onderwijsroute.'
                : 'Afschalen naar A2 kan niet in het eerste PIP.',
          }
        : {}),
    },
  ];
}

function Lessen({ inhoud, zet, pip }: Deel) {
  const asiel = pip.doelgroep === 'asielstatushouder';
  return (
    <Card title="Lessen">
      <div className="m-stack">
        <div className="m-grid-2">
          <div id={veldId('niveau')}>
            <RadioGroup
              label="Niveau"
              hint={
                inhoud.leerroute === 'Z'
                  ? 'Bij de Z-route hoeft geen niveau.'
                  : 'Zonder keuze neemt DUO B1 aan.'
              }
              inline
              value={inhoud.niveau ?? ''}
              onChange={(waarde) => zet('niveau', waarde as PipConcept['niveau'])}
              options={niveauOpties(inhoud, pip.eerstePip)}
            />
          </div>
          <div id={veldId('alfabetisering')}>
            <RadioGroup
              label="Alfabetisering"
              value={inhoud.alfabetisering}
              onChange={(waarde) => zet('alfabetisering', waarde as PipConcept['alfabetisering'])}
              options={ALFABETISERING}
            />
          </div>
        </div>
        {asiel ? (
          <div className="m-grid-2">
            <Getal
              veld="intensiteitUren"
              label="Uren van de leerroute, in totaal"
              value={inhoud.intensiteitUren}
              onChange={(uren) => zet('intensiteitUren', uren === 0 ? null : uren)}
            />
            <Getal
              veld="intensiteitUrenPerWeek"
              label="Uren per week"
              max={60}
              value={inhoud.intensiteitUrenPerWeek}
              onChange={(uren) => zet('intensiteitUrenPerWeek', uren === 0 ? null : uren)}
            />
          </div>
        ) : (
          <p className="m-quiet">
            Het aantal uren les staat alleen in het PIP van een asielstatushouder. Anderen kiezen en
            betalen zelf hun lessen.
          </p>
        )}
        <div id={veldId('magOpleidingAfmaken')}>
          <Checkbox
            label="Mag eerst een opleiding afmaken en begint daarna met de leerroute"
            checked={inhoud.magOpleidingAfmaken}
            onChange={(waarde) => zet('magOpleidingAfmaken', waarde)}
          />
        </div>
        {asiel && inhoud.leerroute === 'Z' && (
          <Veld
            veld="participatie"
            value={inhoud.participatie ?? ''}
            zet={(t) => zet('participatie', t)}
          >
            <VrijeTekst
              id={veldId('participatie')}
              label="Hoe worden de 800 uur participatie ingevuld?"
              value={inhoud.participatie ?? ''}
              onChange={(waarde) => zet('participatie', waarde || null)}
            />
          </Veld>
        )}
      </div>
    </Card>
  );
}

function PvtEnMap({ inhoud, zet }: Deel) {
  return (
    <div className="m-grid-2">
      <Card title="Participatieverklaring (PVT)">
        <UrenMetInvulling
          veld="pvt"
          urenLabel="Uren PVT"
          urenHint="Minstens 12 uur"
          value={inhoud.pvt}
          onChange={(waarde) => zet('pvt', waarde)}
        />
      </Card>
      <Card title="Module Arbeidsmarkt en Participatie (MAP)">
        {inhoud.leerroute === 'O' ? (
          <p className="m-quiet" id={veldId('moduleMap')}>
            Wie de onderwijsroute volgt, doet geen MAP (Wet inburgering 2021, artikel 8). Wat hier
            al stond blijft bewaard als u toch een andere route kiest.
          </p>
        ) : (
          <UrenMetInvulling
            veld="moduleMap"
            urenLabel="Uren praktijk"
            urenHint="Minstens 40 uur"
            value={inhoud.moduleMap}
            onChange={(waarde) => zet('moduleMap', waarde)}
          />
        )}
      </Card>
    </div>
  );
}

function Begeleiding({ inhoud, zet }: Deel) {
  const gesprekken = inhoud.voortgangsgesprekken;
  return (
    <>
      <Card title="Begeleiding en gesprekken">
        <div className="m-stack">
          <Veld veld="begeleiding" value={inhoud.begeleiding} zet={(t) => zet('begeleiding', t)}>
            <VrijeTekst
              id={veldId('begeleiding')}
              label="Welke ondersteuning en begeleiding krijgt deze persoon?"
              value={inhoud.begeleiding}
              onChange={(waarde) => zet('begeleiding', waarde)}
            />
          </Veld>
          <div className="m-grid-2" id={veldId('voortgangsgesprekken')}>
            <Getal
              veld="voortgangsgesprekken.aantal"
              label="Aantal voortgangsgesprekken"
              max={99}
              value={gesprekken.aantal}
              onChange={(aantal) =>
                zet('voortgangsgesprekken', { ...gesprekken, aantal: aantal ?? 0 })
              }
            />
            <VrijeTekst
              rows={2}
              id={veldId('voortgangsgesprekken.ritme')}
              label="Hoe vaak"
              value={gesprekken.ritme}
              onChange={(ritme) => zet('voortgangsgesprekken', { ...gesprekken, ritme })}
            />
          </div>
          <Veld veld="vve" value={inhoud.vve ?? ''} zet={(t) => zet('vve', t)}>
            <VrijeTekst
              id={veldId('vve')}
              label="Afspraken over voor- en vroegschoolse educatie (VVE)"
              optional
              value={inhoud.vve ?? ''}
              onChange={(waarde) => zet('vve', waarde || null)}
            />
          </Veld>
        </div>
      </Card>
      <Card title="Wat al is gedaan en meetelt">
        <p className="m-quiet">
          Wat vóór dit PIP is gedaan, telt alleen als het hier staat (Besluit, artikel 5.3).
        </p>
        <Inspanningen
          value={inhoud.meegeteldeInspanningen}
          onChange={(waarde) => zet('meegeteldeInspanningen', waarde)}
        />
      </Card>
    </>
  );
}
