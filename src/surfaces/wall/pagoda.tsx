/** The drum tower. */
export function Pagoda() {
  return (
    <svg className="wall-pagoda" viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="M12 1l1 2.6h3.2l1.6 3H6.2l1.6-3H11zM8.2 8h7.6l2.4 3.6H5.8zM7 13h10l3 4.2H4zM6 18.6h2.2V23H6zm4.9 0h2.2V23h-2.2zm4.9 0H18V23h-2.2z"
      />
    </svg>
  )
}
