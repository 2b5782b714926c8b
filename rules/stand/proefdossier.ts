import { datum } from '../shared/datum.ts';
import type { Bron, Feit, FeitInhoud, FeitSoort, Leerroute, PipInhoud } from './feiten.ts';

let teller = 0;

/** Bouwt één feit voor een proef; id's lopen op en het moment van vastleggen volgt `dag`. */
export function feit<S extends FeitSoort>(
  soort: S,
  inhoud: FeitInhoud[S],
  dag: string,
  extra: { bron?: Bron; verwijzing?: string; door?: string; vervangt?: string; id?: string } = {},
): Feit {
  teller += 1;
  return {
    id: `feit-${String(teller).padStart(6, '0')}`,
    soort,
    inhoud,
    geldigOp: datum(dag),
    vastgelegdOp: `${dag}T10:00:00.000Z`,
    bron: 'medewerker',
    ...extra,
  } as Feit;
}

const afweging = { onderzocht: true, voor: 'wil leren', tegen: 'past minder' };

/** Inhoud van een volledig PIP met `leerroute`. */
export function pipMet(leerroute: Leerroute): PipInhoud {
  return {
    leerroute,
    afweging: { B: afweging, O: afweging, Z: afweging },
    motivering: 'Past het best.',
    intensiteitUren: 800,
    alfabetisering: 'NVT',
    magOpleidingAfmaken: false,
    pvt: { uren: 12, invulling: 'groep' },
    ...(leerroute === 'O' ? {} : { moduleMap: { uren: 40, invulling: 'stage' } }),
    begeleiding: 'vaste klantmanager',
    voortgangsgesprekken: { aantal: 8, ritme: 'elk kwartaal' },
    meegeteldeInspanningen: [],
  };
}

/** Een asielstatushouder die op 3 maart 2026 in het azc de kennisgeving kreeg en op 10 september kwam wonen. */
export function plichtigeAsielstatushouder(): Feit[] {
  const duo = { bron: 'duo', verwijzing: 'SS101' } as const;
  return [
    feit('duo-gebeurtenis', { gebeurtenisId: 'SS101' }, '2026-03-03', duo),
    feit(
      'inburgeringsplicht',
      { plichtig: true, begin: datum('2026-02-24'), kennisgeving: datum('2026-03-03') },
      '2026-03-03',
      duo,
    ),
    feit('doelgroep', { indeling: 'Asielstatushouder' }, '2026-03-03', duo),
    feit('inschrijving', { gemeentecode: '9001', op: datum('2026-09-10') }, '2026-09-10', {
      bron: 'brp',
    }),
  ];
}

/** Een PIP dat op `dag` is vastgesteld en bekendgemaakt. */
export function vastgesteld(dag: string, leerroute: Leerroute, pipId = 'pip-1'): Feit {
  return feit(
    'pip-vastgesteld',
    {
      pipId,
      versie: 1,
      dagtekening: datum(dag),
      bekendgemaaktOp: datum(dag),
      gemeentecode: '9001',
      inhoud: pipMet(leerroute),
      vastgesteldDoor: 'Noor de Wit',
    },
    dag,
  );
}

/** DUO neemt het PIP aan. */
export function aangenomen(dag: string, pipId = 'pip-1'): Feit {
  return feit('pip-bij-duo', { pipId, staat: 'geaccepteerd' }, dag, { bron: 'duo' });
}
