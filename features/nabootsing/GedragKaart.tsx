import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, type Problem } from '../../web/api.ts';
import { Alert } from '../../web/ui/feedback/Alert.tsx';
import { Button } from '../../web/ui/form/Button.tsx';
import { Checkbox } from '../../web/ui/form/Choice.tsx';
import { Card } from '../../web/ui/layout/Card.tsx';
import type { Gedrag, Nabootsing } from './nabootsing.schema.ts';

type Schakelaar = { naam: keyof Gedrag; label: string; hint: string; kort: string };

const DUO: readonly Schakelaar[] = [
  {
    naam: 'traag',
    label: 'Traag',
    hint: 'Elk antwoord duurt drie seconden.',
    kort: 'DUO is traag',
  },
  {
    naam: 'plat',
    label: 'Ligt plat',
    hint: 'De verbinding valt meteen weg. Meedoen bewaart alles en probeert het opnieuw.',
    kort: 'DUO ligt plat',
  },
  {
    naam: 'hapert',
    label: 'Hapert',
    hint: 'Ongeveer drie van de tien verzoeken mislukken.',
    kort: 'DUO hapert',
  },
  {
    naam: 'weigert',
    label: 'Weigert meldingen',
    hint: 'Elk PIP, aanbod en uur wordt geweigerd, met een tekst van DUO.',
    kort: 'DUO weigert meldingen',
  },
  {
    naam: 'verliest',
    label: 'Verliest één antwoord',
    hint: 'DUO neemt de volgende melding aan, maar Meedoen hoort dat niet. Gaat daarna vanzelf uit.',
    kort: 'het volgende antwoord van DUO raakt zoek',
  },
  {
    naam: 'herhaalt',
    label: 'Herhaalt berichten',
    hint: 'Elk bericht aan Meedoen komt drie keer.',
    kort: 'DUO herhaalt berichten',
  },
  {
    naam: 'verwisselt',
    label: 'Verwisselt berichten',
    hint: 'Twee berichten over dezelfde persoon komen in de verkeerde volgorde.',
    kort: 'DUO verwisselt berichten',
  },
];

const BRP: readonly Schakelaar[] = [
  {
    naam: 'brpTraag',
    label: 'Traag',
    hint: 'Elk antwoord duurt drie seconden.',
    kort: 'de BRP is traag',
  },
  {
    naam: 'brpPlat',
    label: 'Ligt plat',
    hint: 'Namen en adressen zijn niet op te halen.',
    kort: 'de BRP ligt plat',
  },
];

const GEWOON: Gedrag = {
  traag: false,
  plat: false,
  hapert: false,
  weigert: false,
  verliest: false,
  herhaalt: false,
  verwisselt: false,
  brpTraag: false,
  brpPlat: false,
};

function useZetGedrag() {
  const client = useQueryClient();
  return useMutation<Gedrag, Problem, Gedrag>({
    mutationFn: (gedrag) => api.put<Gedrag>('/v1/nabootsing/gedrag', gedrag),
    onSuccess: (gedrag) => {
      client.setQueryData<Nabootsing>(['nabootsing'], (oud) => oud && { ...oud, gedrag });
    },
  });
}

/** Bovenaan het scherm: wat er nu niet gewoon is, met de weg terug. */
export function AfwijkendGedrag({ gedrag }: { gedrag: Gedrag }) {
  const zet = useZetGedrag();
  const aan = [...DUO, ...BRP].filter((s) => gedrag[s.naam]).map((s) => s.kort);
  if (aan.length === 0) return null;
  const zin = new Intl.ListFormat('nl').format(aan);
  return (
    <Alert tone="warning" title={`Let op: ${zin}.`}>
      <span className="nabootsing-terug">
        Dit geldt voor iedereen in deze oefenomgeving.
        <Button busy={zet.isPending} onClick={() => zet.mutate(GEWOON)}>
          Alles weer gewoon
        </Button>
      </span>
    </Alert>
  );
}

/** Schakelaars waarmee een trainer laat zien wat Meedoen doet als de andere kant hapert. */
export function GedragKaart({ gedrag }: { gedrag: Gedrag }) {
  const zet = useZetGedrag();
  const schakelaars = (naam: string, lijst: readonly Schakelaar[]) => (
    <fieldset className="nabootsing-schakelaars">
      <legend>{naam}</legend>
      {lijst.map((s) => (
        <Checkbox
          key={s.naam}
          label={s.label}
          hint={s.hint}
          checked={gedrag[s.naam]}
          onChange={(aan) => zet.mutate({ ...gedrag, [s.naam]: aan })}
        />
      ))}
    </fieldset>
  );
  return (
    <Card title="Gedrag">
      <div className="m-stack">
        {schakelaars('DUO', DUO)}
        {schakelaars('BRP', BRP)}
        {zet.isError && <Alert tone="refusal" title={zet.error.detail} live />}
      </div>
    </Card>
  );
}
