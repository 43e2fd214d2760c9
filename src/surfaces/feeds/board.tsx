export default function Page({ onBack }: { onBack: () => void }) {
  return (
    <button type="button" onClick={onBack}>
      back
    </button>
  )
}
