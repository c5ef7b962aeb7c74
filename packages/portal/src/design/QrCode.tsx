import qrcode from 'qrcode-generator';

/** A QR code drawn as one vector path: no image request, sharp on paper. `label` is what a screen reader hears instead. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (code.isDark(row, column)) path += `M${column + 2} ${row + 2}h1v1h-1z`;
    }
  }
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
