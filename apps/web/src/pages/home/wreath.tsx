/** Degrees, clockwise from the right: where the leaves of the left branch are, from the foot to the tip. */
const PLACES = [100, 115, 130, 145, 160, 175, 190, 205, 220, 235, 248];
/** From the middle to the branch. */
const RADIUS = 92;
const LEAF = 'M0 0C7-9 22-10 34 0 22 10 7 9 0 0Z';

/** A wreath of laurel, for what stands in it. */
export function Wreath() {
  return (
    <svg viewBox="-120 -120 240 240" fill="currentColor" aria-hidden>
      <Branch />
      <g transform="scale(-1 1)">
        <Branch />
      </g>
    </svg>
  );
}

function Branch() {
  return PLACES.map((place, index) => {
    const at = `rotate(${place}) translate(${RADIUS} 0)`;
    const size = 1 - index * 0.03;
    return (
      <g key={place} transform={`${at} scale(${size})`}>
        <path d={LEAF} transform="rotate(56)" />
        <path d={LEAF} transform="rotate(124)" opacity="0.65" />
      </g>
    );
  });
}
