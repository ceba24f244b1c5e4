package quadstore

import (
	"hash/maphash"
	"math"
	"strings"
	"sync/atomic"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/fault"
)

// values is a dictionary as one generation sees it. The writer goes on behind
// it: it appends to the memory of text and ends, and fills free slots. So what
// a generation sees is never written to but for the slots, and in these it
// takes a number above its own for a free one.
type values struct {
	text  string   // all values, one behind the other
	ends  []uint32 // ends[id] is where the text of value id ends; ends[0] is 0
	slots []uint32 // hash table of IDs: open addressing, linear probing, a power of two long, read and written atomically
	seed  maphash.Seed
}

// max is the highest ID given.
func (v values) max() ID { return ID(len(v.ends) - 1) }

// entry is a value as appendValue wrote it; id is between 1 and max.
func (v values) entry(id ID) string { return v.text[v.ends[id-1]:v.ends[id]] }

// find gives the ID of a value as appendValue wrote it, or 0.
func (v values) find(key []byte) ID {
	mask := uint64(len(v.slots) - 1)
	for i := maphash.Bytes(v.seed, key[1:]) & mask; ; i = (i + 1) & mask {
		id := ID(atomic.LoadUint32(&v.slots[i]))
		if id == 0 || id > v.max() {
			return 0
		}
		if sameTerm(v.entry(id), key) {
			return id
		}
	}
}

// freeSlot finds the slot where the probe for an entry ends.
func (v values) freeSlot(entry string) *uint32 {
	mask := uint64(len(v.slots) - 1)
	i := maphash.String(v.seed, entry[1:]) & mask
	for atomic.LoadUint32(&v.slots[i]) != 0 {
		i = (i + 1) & mask
	}
	return &v.slots[i]
}

// dictionary numbers values from 1. It belongs to the one writer.
type dictionary struct {
	values
	builder strings.Builder // what values.text is a part of: strings it gave out stay as they are
	scratch []byte
}

func (d *dictionary) init() {
	d.values = values{ends: make([]uint32, 1), slots: make([]uint32, 16), seed: maphash.MakeSeed()}
}

// find gives the ID of a value, or 0.
func (d *dictionary) find(v quad.Value) ID {
	key, ok := appendValue(d.scratch[:0], v)
	d.scratch = key
	if !ok {
		return 0
	}
	return d.values.find(key)
}

// intern gives the ID of a value and takes it in where it is new.
func (d *dictionary) intern(v quad.Value) (ID, error) {
	id := d.find(v)
	if id != 0 {
		return id, nil
	}
	if err := check(v); err != nil {
		return 0, err
	}
	if len(d.text)+len(d.scratch) > math.MaxUint32 {
		return 0, fault.New(fault.TooLarge, "the texts of all values would pass 4 GiB").Hinted("split the data over several stores")
	}
	if 2*len(d.ends) > len(d.slots) {
		d.rehash(2 * len(d.slots))
	}
	d.builder.Write(d.scratch)
	d.text = d.builder.String()
	d.ends = append(d.ends, uint32(len(d.text)))
	id = d.max()
	atomic.StoreUint32(d.freeSlot(d.entry(id)), uint32(id))
	return id, nil
}

// rehash makes a table of that many slots; earlier generations keep theirs.
func (d *dictionary) rehash(slots int) {
	d.slots = make([]uint32, slots)
	for id := ID(1); id <= d.max(); id++ {
		*d.freeSlot(d.entry(id)) = uint32(id)
	}
}

// restore forgets all values that came after v. The table is made anew: a
// number left behind in a slot would break the probe for what comes next.
func (d *dictionary) restore(v values) {
	if d.max() == v.max() {
		return
	}
	d.values = v
	d.rehash(len(v.slots))
	d.builder.Reset()
	d.builder.WriteString(v.text)
}

// quad interns the values of a quad.
func (d *dictionary) quad(q quad.Quad) (Quad, error) {
	var ids [directions]ID
	for place, v := range [directions]quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
		if v == nil && direction(place) == label {
			continue
		}
		if v == nil {
			return Quad{}, fault.New(fault.Invalid, "no %v", quad.Directions[place])
		}
		id, err := d.intern(v)
		if err != nil {
			return Quad{}, fault.New(fault.KindOf(err), "%v: %w", quad.Directions[place], err)
		}
		ids[place] = id
	}
	return Quad{ids[subject], ids[predicate], ids[object], ids[label]}, nil
}

// known gives a quad by numbers; false where a value of it has none.
func (d *dictionary) known(q quad.Quad) (Quad, bool) {
	ids := Quad{d.find(q.Subject), d.find(q.Predicate), d.find(q.Object), d.find(q.Label)}
	return ids, ids.Subject != 0 && ids.Predicate != 0 && ids.Object != 0 && (ids.Label != 0 || q.Label == nil)
}
