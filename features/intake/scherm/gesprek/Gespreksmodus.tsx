import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { toast } from '../../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../../web/ui/form/Button.tsx';
import { Card } from '../../../../web/ui/layout/Card.tsx';
import { Kbd } from '../../../../web/ui/layout/Kbd.tsx';
import { waarschuwing } from '../../../shared/gevoelig.schema.ts';
import { isVanToepassing, type Vraag, type Waarde } from '../../../shared/vraag.schema.ts';
import type { EerderAntwoord } from '../../gesprek/gesprek.schema.ts';
import type { Intake, IntakeVraag } from '../../intake.schema.ts';
import { type IntakeOpslag, useOpslag, waardeNu } from '../opslag.tsx';
import { VraagBlok } from '../VraagBlok.tsx';
import { Bekenden } from './Bekenden.tsx';
import { bekendeBlokken } from './bekend.ts';
import { OPDRACHTVELD, Opdrachtveld } from './Opdrachtveld.tsx';
import { Voortgang } from './Voortgang.tsx';
import type { Treffer } from './zoekvraag.ts';

/** De vragen die nu gesteld kunnen worden, ook gezien wat nog onderweg is. */
function gesteldeVragen(intake: Intake, opslag: IntakeOpslag): IntakeVraag[] {
  const perId = new Map(intake.vragen.map((v) => [v.id, v]));
  const waardeVan = (id: string) => {
    const vraag = perId.get(id);
    return vraag && (waardeNu(opslag, vraag) as Waarde | null);
  };
  return intake.vragen.filter((v) => {
    const hier = v.alleenAls && opslag.staat(`antwoorden/${v.alleenAls.vraag}`) !== undefined;
    return hier ? isVanToepassing(v as Vraag, waardeVan) : v.vanToepassing;
  });
}

/** Eerst wat de wet vraagt en nog nergens is gezegd, dan de rest, elk in de volgorde van het gesprek. */
function openVragen(intake: Intake, vragen: readonly IntakeVraag[], opslag: IntakeOpslag) {
  const nodig = new Set(intake.onderdelen.filter((o) => o.nodig && !o.vastgelegd).map((o) => o.id));
  const open = vragen.filter((v) => waardeNu(opslag, v) === null);
  const eerst = (v: IntakeVraag) => nodig.has(v.onderdeel) || v.verplicht === true;
  return [...open.filter(eerst), ...open.filter((v) => !eerst(v))];
}

const eersteVeld = (plek: HTMLElement | null) =>
  plek?.querySelector<HTMLElement>('input:checked, input, textarea, select');

/** Taal en tolk zijn geen vraag van de lijst; hun kaart staat ernaast. */
const naarTaal = () => eersteVeld(document.getElementById('vraag-taal'))?.focus();

type NuProps = {
  intake: Intake;
  vraag: IntakeVraag | undefined;
  aantalOpen: number;
  volgende: () => void;
  /** Telt op als de aandacht hierheen moet. */
  sprong: number;
};

/** De vraag die nu aan de beurt is. Enter legt vast en gaat naar de volgende. */
function NuVraag({ intake, vraag, aantalOpen, volgende, sprong }: NuProps) {
  const opslag = useOpslag();
  const plek = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sprong > 0) eersteVeld(plek.current)?.focus();
  }, [sprong]);
  const toets = (event: KeyboardEvent<HTMLElement>) => {
    const veld = event.target as HTMLElement;
    if (event.key === 'Escape') document.getElementById(OPDRACHTVELD)?.focus();
    if (event.key !== 'Enter' || !veld.matches('input, select, textarea')) return;
    if (veld.matches('textarea') && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    // Wat nog niet is opgeslagen, blijft in beeld tot iemand kiest.
    if (!vraag || opslag.staat(`antwoorden/${vraag.id}`)?.soort === 'aangehouden') return;
    volgende();
  };
  if (!vraag) {
    return (
      <Card title="Alles is gevraagd">
        <p>Er staan geen vragen meer open. Antwoorden veranderen kan altijd.</p>
      </Card>
    );
  }
  const onderdeel = intake.onderdelen.find((o) => o.id === vraag.onderdeel);
  const gebied = intake.leefgebieden.find((g) => g.id === vraag.leefgebied);
  return (
    <Card
      title={onderdeel?.naam}
      action={
        <span className="m-quiet">
          {gebied?.naam} · nog {aantalOpen} open
        </span>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: luistert naar Enter in de velden erbinnen */}
      <div ref={plek} className="m-stack" onKeyDown={toets}>
        <VraagBlok
          key={vraag.id}
          vraag={vraag}
          soort="antwoorden"
          grondslag={onderdeel?.grondslag}
          magBewerken={intake.mag.bewerken}
        />
        <div className="m-row">
          <Button icon="rechts" onClick={volgende}>
            Volgende open vraag
          </Button>
          <span className="m-quiet nu__toetsen">
            <Kbd>{vraag.type === 'lange-tekst' ? 'Ctrl Enter' : 'Enter'}</Kbd> vastleggen en verder{' '}
            <Kbd>Esc</Kbd> terug naar zoeken
          </span>
        </div>
      </div>
    </Card>
  );
}

/** Welke vraag aan de beurt is; typen verandert dat niet, alleen een keuze of Enter. */
function useBeurt(vragen: readonly IntakeVraag[], open: readonly IntakeVraag[]) {
  const [gekozen, setGekozen] = useState<string>();
  const [sprong, setSprong] = useState(0);
  const nu = vragen.find((v) => v.id === gekozen) ?? open[0];
  // Wie begint te typen houdt die vraag, ook al is zij dan niet meer open.
  const eerste = useRef(nu?.id);
  useEffect(() => {
    if (gekozen === undefined && eerste.current) setGekozen(eerste.current);
  }, [gekozen]);
  const naar = (id: string | undefined) => {
    setGekozen(id);
    setSprong((n) => n + 1);
  };
  const volgende = () => {
    const plek = vragen.findIndex((v) => v.id === nu?.id);
    const rest = open.filter((v) => v.id !== nu?.id);
    // Binnen hetzelfde onderdeel door, anders het eerste dat open is.
    const na = rest.find((v) => v.onderdeel === nu?.onderdeel && vragen.indexOf(v) > plek);
    naar((na ?? rest[0])?.id);
  };
  return { nu, naar, volgende, sprong };
}

type ModusProps = {
  intake: Intake;
  eerder: readonly EerderAntwoord[];
  /** Opent wat niet met een vraag wordt vastgelegd: toets, gezondheid, gesprek alleen. */
  onElders: (onderdeel: Intake['onderdelen'][number]) => void;
};

/** De intake als gesprek: typen of kiezen in elke volgorde, elk antwoord komt in zijn leefgebied. */
export function Gespreksmodus({ intake, eerder, onElders }: ModusProps) {
  const opslag = useOpslag();
  const vragen = gesteldeVragen(intake, opslag);
  const open = openVragen(intake, vragen, opslag);
  const beurt = useBeurt(vragen, open);
  const blokken = bekendeBlokken(intake, eerder, (veld) => opslag.staat(veld) !== undefined);
  const leegGelaten = blokken.length === 0;
  const antwoord = ({ vraag, antwoord: waarde }: Treffer) => {
    opslag.zet(`antwoorden/${vraag.id}`, waarde);
    // Alleen bij de vraag zelf staan de waarschuwing en 'Toch zo opslaan'.
    if (typeof waarde === 'string' && waarschuwing(waarde)) return beurt.naar(vraag.id);
    const gebied = intake.leefgebieden.find((g) => g.id === vraag.leefgebied)?.naam;
    toast({ tekst: `Vastgelegd bij ${gebied}: ${vraag.vraag}` });
  };
  return (
    <div className="m-stack gespreksmodus">
      {intake.mag.bewerken && (
        <Opdrachtveld
          intake={intake}
          vragen={vragen}
          onOpen={(v) => beurt.naar(v.id)}
          onAntwoord={antwoord}
        />
      )}
      {intake.mag.bewerken && !leegGelaten && (
        <Bekenden
          blokken={blokken}
          onAnders={({ vraag }) => (vraag ? beurt.naar(vraag.id) : naarTaal())}
        />
      )}
      <NuVraag
        intake={intake}
        vraag={beurt.nu}
        aantalOpen={open.length}
        volgende={beurt.volgende}
        sprong={beurt.sprong}
      />
      <Voortgang
        intake={intake}
        vragen={vragen}
        onKies={(onderdeel, vraag) => (vraag ? beurt.naar(vraag.id) : onElders(onderdeel))}
      />
    </div>
  );
}
