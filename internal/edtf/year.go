package edtf

// Year is the day's year, astronomically numbered (0 is 1 BC); 0 for the zero Day.
func (d Day) Year() int { return int(d.year) }
