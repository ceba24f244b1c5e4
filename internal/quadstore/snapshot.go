package quadstore

import (
	"encoding/binary"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// AppendTo writes the generation behind what to holds, in a form that Restore
// reads many times as fast as Load takes quads in. Values keep their numbers.
// It is for the program that made it, no format to exchange.
//
//	number of values, length of each, their texts one behind the other
//	number of quads, then each in order of subject: how far its subject is
//	above the one before, predicate, object, label
//
// Numbers are those of binary.AppendUvarint.
func (g *Generation) AppendTo(to []byte) []byte {
	number := func(n ID) { to = binary.AppendUvarint(to, uint64(n)) }
	number(g.values.max())
	for id := ID(1); id <= g.values.max(); id++ {
		number(ID(len(g.values.entry(id))))
	}
	to = append(to, g.values.text...)
	number(ID(g.Size()))
	last := ID(0)
	for q := range g.All().All() {
		number(q.Subject - last)
		number(q.Predicate)
		number(q.Object)
		number(q.Label)
		last = q.Subject
	}
	return to
}

// Restore makes a store of what AppendTo wrote, in its first transaction. The
// error is of kind Invalid where it is something else; texts are taken as they
// are.
func Restore(written []byte) (*Store, error) {
	s := New()
	r := snapshot{rest: written}
	r.values(&s.dictionary)
	last := s.dictionary.max()
	quads := r.quads(last)
	if r.broken || len(r.rest) > 0 {
		return nil, fault.New(fault.Invalid, "this is no store as it was written").Hinted("write it anew")
	}
	all := sortedFromSubject(quads, make([]Quad, len(quads)), make([]uint32, int(last)+2))
	g := &Generation{sequence: 1, values: s.dictionary.values, base: newBase(all, last)}
	g.nodes = g.countNodes()
	s.current.Store(g)
	return s, nil
}

// snapshot is what is left to read, and whether it was not as it is written.
type snapshot struct {
	rest   []byte
	broken bool
}

// number reads one that is at most as large as max.
func (r *snapshot) number(max ID) ID {
	n, read := binary.Uvarint(r.rest)
	if read <= 0 || n > uint64(max) {
		r.broken, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[read:]
	return ID(n)
}

// size reads the length of a list whose members take so many bytes or more.
func (r *snapshot) size(least int) ID { return r.number(ID(len(r.rest) / least)) }

func (r *snapshot) values(d *dictionary) {
	ends := make([]uint32, r.size(2)+1)
	for id := 1; id < len(ends); id++ {
		length := r.number(ID(max(0, len(r.rest)-int(ends[id-1]))))
		ends[id] = ends[id-1] + uint32(length)
		r.broken = r.broken || length == 0 // each has a kind
	}
	end := int(ends[len(ends)-1])
	if r.broken || end > len(r.rest) {
		r.broken = true
		return
	}
	d.builder.Write(r.rest[:end])
	d.text, d.ends, r.rest = d.builder.String(), ends, r.rest[end:]
	slots := len(d.slots)
	for slots < 2*len(d.ends) {
		slots *= 2
	}
	d.rehash(slots)
}

// quads reads them; each must come after the one before.
func (r *snapshot) quads(max ID) []Quad {
	quads := make([]Quad, r.size(4))
	var last Quad
	for n := range quads {
		q := Quad{last.Subject + r.number(max-last.Subject), r.number(max), r.number(max), r.number(max)}
		if q.Subject == 0 || q.Predicate == 0 || q.Object == 0 || subject.compare(q, last) <= 0 {
			r.broken = true
			return nil
		}
		quads[n], last = q, q
	}
	return quads
}
