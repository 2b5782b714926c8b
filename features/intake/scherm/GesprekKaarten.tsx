import { Badge } from '../../../web/ui/data/Badge.tsx';
import { Waarom } from '../../../web/ui/data/Waarom.tsx';
import { RadioGroup } from '../../../web/ui/form/Choice.tsx';
import { Select, TextInput } from '../../../web/ui/form/Field.tsx';
import { Card } from '../../../web/ui/layout/Card.tsx';
import { SCHRIFTEN } from '../../shared/talen.schema.ts';
import type { Intake } from '../intake.schema.ts';
import { useOpslag } from './opslag.tsx';
import { Botsing, Bronregel, useVeldfout } from './Veldstaat.tsx';

const JA_NEE = [
  { value: 'ja', label: 'ja' },
  { value: 'nee', label: 'nee' },
];
/** Wat elders in andere woorden is vastgelegd blijft te zien en te kiezen. */
const schriften = (nu: string | undefined) =>
  [...new Set<string>([...SCHRIFTEN, ...(nu ? [nu] : [])])].map((s) => ({ value: s, label: s }));

const alsKeuze = (w: boolean | undefined) => (w === undefined ? '' : w ? 'ja' : 'nee');

type Taal = { gesprekstaal: string; tolkNodig?: boolean; schrift?: string };

function TaalVelden({ taal, zet }: { taal: Taal; zet: (taal: Taal) => void }) {
  const error = useVeldfout('taal');
  return (
    <>
      <TextInput
        label="Gesprekstaal"
        error={error}
        value={taal.gesprekstaal}
        onChange={(gesprekstaal) => zet({ ...taal, gesprekstaal })}
      />
      <RadioGroup
        label="Is er een tolk nodig?"
        inline
        value={alsKeuze(taal.tolkNodig)}
        options={JA_NEE}
        onChange={(keuze) => zet({ ...taal, tolkNodig: keuze === 'ja' })}
      />
      <Select
        label="Welk schrift leest de persoon?"
        optional
        value={taal.schrift ?? ''}
        emptyLabel="niet besproken"
        options={schriften(taal.schrift)}
        onChange={(schrift) => zet({ ...taal, schrift: schrift || undefined })}
      />
    </>
  );
}

/** In welke taal het gesprek gaat; volgende afspraken en brieven nemen dit over. */
export function TaalKaart({ intake }: { intake: Intake }) {
  const opslag = useOpslag();
  const { taal } = intake;
  const bewaard: Taal = taal
    ? { gesprekstaal: taal.gesprekstaal, tolkNodig: taal.tolkNodig, schrift: taal.schrift }
    : { gesprekstaal: '' };
  const nu = (opslag.getypt('taal') as Taal | undefined) ?? bewaard;
  return (
    <Card title="Taal en tolk">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: alleen om te weten welk veld de aandacht heeft */}
      <div
        id="vraag-taal"
        className="m-stack m-stack--tight"
        onFocus={() => opslag.inVeld('taal')}
        onBlur={() => opslag.uitVeld('taal')}
      >
        {intake.mag.bewerken ? (
          <TaalVelden
            taal={nu}
            zet={(t) => opslag.zet('taal', { ...t, tolkNodig: t.tolkNodig ?? true })}
          />
        ) : (
          <p>
            {taal
              ? `${taal.gesprekstaal}, ${taal.tolkNodig ? 'tolk nodig' : 'geen tolk nodig'}`
              : 'Nog niet vastgelegd.'}
          </p>
        )}
        <div className="m-row">
          <Bronregel veld="taal" bron={taal} />
        </div>
        <Botsing veld="taal" />
      </div>
    </Card>
  );
}

type Prive = { aangeboden: boolean; gewenst?: boolean };

function PriveVelden({ prive, zet }: { prive: Prive | undefined; zet: (prive: Prive) => void }) {
  return (
    <>
      <RadioGroup
        label="Is een gesprek alleen aangeboden?"
        inline
        value={alsKeuze(prive?.aangeboden)}
        options={JA_NEE}
        onChange={(keuze) => zet({ aangeboden: keuze === 'ja' })}
      />
      {prive?.aangeboden && (
        <RadioGroup
          label="Wil de persoon dat?"
          inline
          value={alsKeuze(prive.gewenst)}
          options={JA_NEE}
          onChange={(keuze) => zet({ aangeboden: true, gewenst: keuze === 'ja' })}
        />
      )}
    </>
  );
}

/** Het recht op een gesprek zonder partner of familie (Besluit art. 5.2). */
export function PrivegesprekKaart({ intake }: { intake: Intake }) {
  const opslag = useOpslag();
  const onderdeel = intake.onderdelen.find((o) => o.id === 'privegesprek');
  const { privegesprek } = intake;
  const nu = (opslag.getypt('privegesprek') as Prive | undefined) ?? privegesprek ?? undefined;
  return (
    <Card title="Gesprek zonder partner of familie">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: alleen om te weten welk veld de aandacht heeft */}
      <div
        id="vraag-privegesprek"
        className="m-stack m-stack--tight"
        onFocus={() => opslag.inVeld('privegesprek')}
        onBlur={() => opslag.uitVeld('privegesprek')}
      >
        {intake.mag.bewerken ? (
          <PriveVelden prive={nu} zet={(p) => opslag.zet('privegesprek', p)} />
        ) : (
          <Badge tone={nu?.aangeboden ? 'met' : 'near'}>
            {nu?.aangeboden ? 'aangeboden' : 'nog niet aangeboden'}
          </Badge>
        )}
        <div className="m-row">
          <Bronregel veld="privegesprek" bron={privegesprek} />
          <span className="m-quiet">
            <Waarom
              over="gesprek zonder partner of familie"
              vraag="Waarom vragen we dit?"
              uitleg={
                onderdeel && {
                  titel: 'Recht op een gesprek alleen',
                  uitkomst: 'ook als de persoon er zelf niet om vraagt',
                  grondslag: onderdeel.grondslag,
                }
              }
            >
              Waarom vragen we dit?
            </Waarom>
          </span>
        </div>
        <Botsing veld="privegesprek" />
      </div>
    </Card>
  );
}
