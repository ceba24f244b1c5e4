package quadstore_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/cayleygraph/quad"

	"github.com/aseangraph/aseangraph/internal/quadstore"
)

// BenchmarkLoad tells quads taken in a second and bytes of heap a quad.
func BenchmarkLoad(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		data := newSample(size)
		quads := slices.Collect(data.all())
		for _, c := range contenders {
			b.Run(fmt.Sprintf("%s/%d", c.name, size), func(b *testing.B) {
				for b.Loop() {
					if err := c.make().load(slices.Values(quads)); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(len(quads)*b.N)/b.Elapsed().Seconds(), "quads/s")
			})
		}
		quads = nil
		for _, c := range contenders {
			b.Run(fmt.Sprintf("bytes/%s/%d", c.name, size), func(b *testing.B) {
				for b.Loop() {
					before := heap()
					store := c.make()
					if err := store.load(data.all()); err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(heap()-before)/float64(data.quads), "B/quad")
					runtime.KeepAlive(store)
				}
			})
		}
	}
}

// BenchmarkRead walks from entities and labels in an order that no cache likes.
func BenchmarkRead(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		data := newSample(size)
		var entities, labels []quad.Value
		for n := range data.entities {
			entities = append(entities, entityIRI(n*7919%data.entities))
		}
		for n := range data.statements() {
			labels = append(labels, statementIRI(n*7919%data.statements()))
		}
		for _, c := range append(slices.Clone(contenders), contenderType{"quadstore-delta", func() contender { return &oursWithDelta{ours{store: quadstore.New()}} }}) {
			store := c.make()
			if err := store.load(data.all()); err != nil {
				b.Fatal(err)
			}
			store.aim(entities, labels)
			for _, read := range []struct {
				name string
				call func(int) int
				of   int
			}{
				{"hop", store.hop, len(entities)},
				{"byLabel", store.byLabel, len(labels)},
				{"twoHops", store.twoHops, len(entities)},
			} {
				b.Run(fmt.Sprintf("%s/%s/%d", read.name, c.name, size), func(b *testing.B) {
					n, found := 0, 0
					for b.Loop() {
						found += read.call(n % read.of)
						n++
					}
					b.ReportMetric(float64(found)/float64(b.N), "quads/op")
				})
			}
		}
	}
}

func heap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// BenchmarkWrite adds statements to a store, each in a transaction of eight
// quads; its time has in it the merges into a new base.
func BenchmarkWrite(b *testing.B) {
	for _, size := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprint(size), func(b *testing.B) {
			store := quadstore.New()
			if err := store.Load(newSample(size).all()); err != nil {
				b.Fatal(err)
			}
			random, n := rand.New(rand.NewPCG(1, 1)), size
			for b.Loop() {
				n++
				s := newSample(size).statement(random, n)
				if err := store.Load(slices.Values(s[:])); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
