import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Problem } from '../../../web/api.ts';
import { formatDate } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import { Alert, Redenen } from '../../../web/ui/feedback/Alert.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { toast } from '../../../web/ui/feedback/Toast.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Checkbox } from '../../../web/ui/form/Choice.tsx';
import { SearchField } from '../../../web/ui/form/SearchField.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { useSearchParams } from '../../../web/ui/layout/Link.tsx';
import { BESLUITSOORTEN, type Mandaat, type Mandaten } from '../sjablonen.schema.ts';
import { BeeindigDialoog } from './BeeindigDialoog.tsx';
import { Kader, useGemeenteData } from './Kader.tsx';
import { MandaatDialoog } from './MandaatDialoog.tsx';
import '../sjablonen.css';

const TOON: Record<Mandaat['staat'], Tone> = {
  geldt: 'met',
  gepland: 'near',
  voorbij: 'neutral',
  ingetrokken: 'neutral',
};

/** Wie namens het college welk besluit tekent. */
export function MandatenScreen() {
  const data = useGemeenteData<Mandaten>('mandaten');
  return (
    <Kader
      data={data}
      titel="Wie tekent"
      lead="Wie namens het college van burgemeester en wethouders welk besluit ondertekent, en sinds wanneer."
    >
      {data.vraag.data && <Register mandaten={data.vraag.data} />}
    </Kader>
  );
}

function gezocht(m: Mandaten, zoek: string, alles: boolean): Mandaat[] {
  const woorden = zoek.toLowerCase().split(/\s+/).filter(Boolean);
  return m.mandaten.filter((r) => {
    const tekst = `${r.naam} ${r.functie} ${BESLUITSOORTEN[r.soort]} ${r.besluit}`.toLowerCase();
    const loopt = r.staat === 'geldt' || r.staat === 'gepland';
    return (alles || loopt) && woorden.every((w) => tekst.includes(w));
  });
}

function Register({ mandaten: m }: { mandaten: Mandaten }) {
  const [adres, wijzigAdres] = useSearchParams();
  const [geef, setGeef] = useState(false);
  const [einde, setEinde] = useState<Mandaat>();
  const alles = adres.alles === 'ja';
  const rijen = gezocht(m, adres.zoek ?? '', alles);
  return (
    <>
      <div className="sjabloon-keuze">
        <SearchField
          label="Zoek in het register"
          placeholder="Zoek op naam of besluit"
          value={adres.zoek ?? ''}
          onChange={(zoek) => wijzigAdres({ zoek })}
        />
        <Checkbox
          label="Ook wat voorbij is"
          checked={alles}
          onChange={(ja) => wijzigAdres({ alles: ja ? 'ja' : '' })}
        />
        {m.magWijzigen && (
          <Button look="primary" icon="plus" onClick={() => setGeef(true)}>
            Mandaat geven
          </Button>
        )}
      </div>
      {Object.entries(BESLUITSOORTEN).map(([soort, naam]) => (
        <Soort
          key={soort}
          naam={naam}
          leeg={!m.mandaten.some((r) => r.soort === soort && !r.ingetrokkenOp)}
          rijen={rijen.filter((r) => r.soort === soort)}
          bron={m}
          onEinde={setEinde}
        />
      ))}
      {geef && <MandaatDialoog mandaten={m} onSluit={() => setGeef(false)} />}
      {einde && (
        <BeeindigDialoog
          mandaat={einde}
          gemeenteId={m.gemeente.id}
          vandaag={m.vandaag}
          onSluit={() => setEinde(undefined)}
        />
      )}
    </>
  );
}

type SoortProps = {
  naam: string;
  /** Voor deze soort is er geen register. */
  leeg: boolean;
  rijen: Mandaat[];
  bron: Mandaten;
  onEinde: (m: Mandaat) => void;
};

function Soort({ naam, leeg, rijen, bron, onEinde }: SoortProps) {
  return (
    <Card title={naam} flush>
      {rijen.length === 0 && (
        <div className="sjabloon-leeg">
          <EmptyState title={leeg ? 'Geen register' : 'Niets gevonden'}>
            {leeg
              ? 'Zonder register tekent wie het besluit neemt, namens het college. Met het eerste mandaat mag alleen nog wie erin staat.'
              : 'Zoek op een ander woord, of toon ook wat voorbij is.'}
          </EmptyState>
        </div>
      )}
      <ul className="sjabloon-lijst">
        {rijen.map((r) => (
          <li key={r.id}>
            <div>
              <strong>{r.naam}</strong>, {r.functie || 'geen functie ingevuld'}
              <p className="m-quiet">
                vanaf {formatDate(r.geldigVanaf, 'datum')}
                {r.totEnMet ? ` tot en met ${formatDate(r.totEnMet, 'datum')}` : ''} · {r.besluit}
                {r.tekst && ` · ‘${r.tekst}’`}
              </p>
            </div>
            <div className="m-row">
              <Badge tone={TOON[r.staat]}>{r.staat}</Badge>
              <Doen rij={r} bron={bron} onEinde={onEinde} />
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type DoenProps = { rij: Mandaat; bron: Mandaten; onEinde: (m: Mandaat) => void };

function Doen({ rij, bron, onEinde }: DoenProps) {
  const client = useQueryClient();
  const trek = useMutation<Mandaten, Problem>({
    mutationFn: () =>
      api.post<Mandaten>(`/v1/gemeenten/${bron.gemeente.id}/mandaten/${rij.id}/_intrekken`, {}),
    onSuccess: (nieuw) => {
      client.setQueryData(['mandaten', bron.gemeente.id], nieuw);
      toast({ tekst: `Het mandaat van ${rij.naam} is ingetrokken.` });
    },
  });
  if (!bron.magWijzigen || (rij.staat !== 'geldt' && rij.staat !== 'gepland')) return null;
  return (
    <>
      {trek.isError && (
        <Alert tone="refusal" title={trek.error.detail} live>
          <Redenen redenen={trek.error.redenen} />
        </Alert>
      )}
      {rij.staat === 'gepland' ? (
        <Button busy={trek.isPending} onClick={() => trek.mutate()}>
          Intrekken<span className="m-hidden"> van {rij.naam}</span>
        </Button>
      ) : (
        <Button onClick={() => onEinde(rij)}>
          Laatste dag<span className="m-hidden"> van {rij.naam}</span>
        </Button>
      )}
    </>
  );
}
