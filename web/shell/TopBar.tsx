import { useState } from 'react';
import { api } from '../api.ts';
import { formatDate } from '../dates.ts';
import type { Ik } from '../ik.ts';
import { leaveDevice, onDevice } from '../offline/keys.ts';
import { Initials } from '../ui/data/Badge.tsx';
import { toast } from '../ui/feedback/Toast.tsx';
import { Icon } from '../ui/layout/Icon.tsx';
import { Kbd } from '../ui/layout/Kbd.tsx';
import { Link } from '../ui/layout/Link.tsx';
import { Menu } from '../ui/layout/Menu.tsx';
import { landingFor } from './nav.ts';
import { chooseTheme, readTheme, THEMES } from './theme.ts';

/** Logging out leaves nothing on the device; first it is said what that costs. */
async function mayLeave(owner: string): Promise<boolean> {
  const { answers, packets } = await onDevice(owner);
  if (answers + packets === 0) return true;
  const lost = [
    answers > 0 && `${answers} ${answers === 1 ? 'antwoord' : 'antwoorden'} nog niet verstuurd`,
    packets > 0 && `${packets} ${packets === 1 ? 'intake' : 'intakes'} meegenomen`,
  ].filter(Boolean);
  return window.confirm(`Op dit apparaat: ${lost.join(', ')}. Uitloggen wist dat. Toch uitloggen?`);
}

async function logOut(owner: string) {
  if (!(await mayLeave(owner))) return;
  try {
    await leaveDevice(owner);
    const { naar } = await api.post<{ naar: string }>('/afmelden', {});
    window.location.assign(naar);
  } catch {
    toast({ tekst: 'Uitloggen lukte niet. Probeer het opnieuw.' });
  }
}

type TopBarProps = { ik: Ik; onSearch: () => void; drawerId: string };

/** Search, the date of the practice environment, for whom one works, and oneself. */
export function TopBar({ ik, onSearch, drawerId }: TopBarProps) {
  return (
    <header className="m-top">
      <button type="button" className="m-top__menu" popoverTarget={drawerId}>
        <Icon name="menu" /> Menu
      </button>
      <button type="button" className="m-top__search" aria-haspopup="dialog" onClick={onSearch}>
        <Icon name="zoek" size={16} />
        <span className="m-top__search-text">
          Zoek<span className="m-top__search-long"> op naam, V-nummer of opdracht…</span>
        </span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <div className="m-top__end">
        {ik.demo && <PracticePill ik={ik} />}
        <GemeentenMenu ik={ik} />
        <PersonMenu ik={ik} />
      </div>
    </header>
  );
}

function PracticePill({ ik }: { ik: Ik }) {
  const text = (
    <>
      <span className="m-pill__long">Oefenomgeving · </span>
      <span className="m-pill__short">Oefenen · </span>
      {formatDate(ik.peildatum, 'datum')}
    </>
  );
  if (!ik.mag.includes('tijdmachine.bedienen')) return <span className="m-pill">{text}</span>;
  return (
    <Link className="m-pill" href="/beheer/tijdmachine">
      {text}
    </Link>
  );
}

/** Narrows the list where this person works from to one gemeente. */
function GemeentenMenu({ ik }: { ik: Ik }) {
  const { gemeenten } = ik;
  const lijst = landingFor(ik);
  if (gemeenten.length === 0) return null;
  if (gemeenten.length === 1) return <span className="m-top__gemeente">{gemeenten[0]?.naam}</span>;
  const items = gemeenten.map((gemeente) => ({
    naam: gemeente.naam,
    href: `${lijst}?gemeente=${encodeURIComponent(gemeente.code)}`,
  }));
  return (
    <span className="m-top__gemeenten">
      <Menu
        label={`${gemeenten.length} gemeenten`}
        items={[{ naam: 'Alle gemeenten', href: lijst }, ...items]}
      />
    </span>
  );
}

function PersonMenu({ ik }: { ik: Ik }) {
  const [theme, setTheme] = useState(readTheme);
  const themes = THEMES.map((item) => ({
    naam: `Weergave: ${item === 'systeem' ? 'zoals uw computer' : item}`,
    gekozen: item === theme,
    onChoose: () => {
      chooseTheme(item);
      setTheme(item);
    },
  }));
  return (
    <Menu
      look="round"
      name={`${ik.medewerker.initialen}, menu van ${ik.medewerker.naam}`}
      label={<Initials naam={ik.medewerker.naam} initialen={ik.medewerker.initialen} />}
      items={[
        ...themes,
        { naam: 'Uitloggen', icon: 'uit', onChoose: () => logOut(ik.medewerker.id) },
      ]}
    >
      <p className="m-menu__who">
        <strong>{ik.medewerker.naam}</strong>
        <br />
        {ik.medewerker.organisatie.naam}
      </p>
    </Menu>
  );
}
