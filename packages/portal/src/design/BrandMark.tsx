/** The mark: 明, cut like a seal in cinnabar. */
export function BrandMark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="6" fill="#a8281c" />
      <path
        d="M7 8h7v15H7zM7 15.500h7M18.500 8H25v14.500a1.800 1.800 0 0 1-1.800 1.800H22M18.500 8v8.500q0 5-2.500 7.800M18.500 12.500H25M18.500 17H25"
        fill="none"
        stroke="#fff"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
