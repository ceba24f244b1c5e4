package statement

import "testing"

func BenchmarkID(b *testing.B) {
	s := workedExample(b)
	b.ReportAllocs()
	for b.Loop() {
		s.ID()
	}
}

func BenchmarkQuads(b *testing.B) {
	s := workedExample(b)
	b.ReportAllocs()
	for b.Loop() {
		Vocabulary{}.Quads(&s)
	}
}

func BenchmarkFromQuads(b *testing.B) {
	s := workedExample(b)
	quads := Vocabulary{}.Quads(&s)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := (Vocabulary{}).FromQuads(quads[0], quads[1:]); err != nil {
			b.Fatal(err)
		}
	}
}
