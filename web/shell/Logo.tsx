/** Our mark: four quarters that together make one round. */
export function Logo() {
  return (
    <div className="m-logo">
      <svg width="24" height="24" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path fill="#ffffff" d="M16 2a14 14 0 0 0-14 14h14z" />
        <path fill="#e0a23a" d="M30 16A14 14 0 0 0 16 2v14z" />
        <path fill="#ffffff" d="M16 30a14 14 0 0 0 14-14H16z" />
        <path fill="#6fb4be" d="M2 16a14 14 0 0 0 14 14V16z" />
      </svg>
      <span>Meedoen</span>
    </div>
  );
}
