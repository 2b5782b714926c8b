import { datum } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';

const NEDERLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** De Nederlandse kalenderdag van een moment (UTC ISO), als `jjjj-mm-dd`. */
function dagInNederland(moment: string): string {
  return NEDERLAND.format(new Date(moment));
}

type Bericht = {
  staat: 'wacht' | 'bezig' | 'geaccepteerd' | 'geweigerd' | 'ingetrokken';
  gemaaktOp: string;
  afgerondOp: string | null;
  doorOns: boolean;
  wachtOp: string | null;
  vervangen: boolean;
};

/** Hoe een bericht aan DUO ervoor staat, in één zin voor bij het feit. */
export function bijDuoInEenZin(v: Bericht): string {
  if (v.vervangen) return 'Een nieuwere melding kwam hiervoor in de plaats.';
  switch (v.staat) {
    case 'geaccepteerd':
      return `Bij DUO bekend sinds ${inWoorden(datum(dagInNederland(v.afgerondOp ?? v.gemaaktOp)))}.`;
    case 'geweigerd':
      return v.doorOns
        ? 'Niet naar DUO gestuurd: er klopt iets niet.'
        : 'Door DUO geweigerd; nog niet bij DUO bekend.';
    case 'ingetrokken':
      return 'Ingetrokken; niet naar DUO gestuurd.';
    case 'bezig':
      return 'Op weg naar DUO; het antwoord is er nog niet.';
    case 'wacht':
      return v.wachtOp ?? 'Klaargezet voor DUO.';
  }
}
