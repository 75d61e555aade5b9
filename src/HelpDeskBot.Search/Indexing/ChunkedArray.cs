namespace HelpDeskBot.Search.Indexing;

/// <summary>An immutable array whose changed copies share most of their memory with it.</summary>
internal sealed class ChunkedArray<T>
    where T : class
{
    private const int ChunkBits = 7;
    private const int ChunkLength = 1 << ChunkBits;

    private readonly T?[][] _chunks;

    private ChunkedArray(T?[][] chunks) => _chunks = chunks;

    public static ChunkedArray<T> Empty { get; } = new([]);

    /// <summary>Before the beginning and beyond the end there is nothing.</summary>
    public T? this[int index] => (uint)index >> ChunkBits < (uint)_chunks.Length ? _chunks[index >> ChunkBits][index & (ChunkLength - 1)] : null;

    /// <summary>The first that there is of which something holds.</summary>
    public T? FirstOrDefault(Func<T, bool> holds)
    {
        foreach (var chunk in _chunks)
        {
            foreach (var item in chunk)
            {
                if (item is not null && holds(item))
                {
                    return item;
                }
            }
        }

        return null;
    }

    /// <summary>A number that all indexes are below.</summary>
    public int Length => _chunks.Length << ChunkBits;

    /// <summary>Collects changes, then gives the changed copy.</summary>
    public sealed class Builder(ChunkedArray<T> original)
    {
        private readonly HashSet<int> _own = [];
        private T?[][] _chunks = [.. original._chunks];

        public T? this[int index]
        {
            get => index >> ChunkBits < _chunks.Length ? _chunks[index >> ChunkBits][index & (ChunkLength - 1)] : null;
            set => OwnChunk(index >> ChunkBits)[index & (ChunkLength - 1)] = value;
        }

        public ChunkedArray<T> Build() => new(_chunks);

        private T?[] OwnChunk(int number)
        {
            if (number >= _chunks.Length)
            {
                var before = _chunks.Length;
                Array.Resize(ref _chunks, number + 1);
                for (var added = before; added <= number; added++)
                {
                    _chunks[added] = new T?[ChunkLength];
                    _own.Add(added);
                }
            }
            else if (_own.Add(number))
            {
                _chunks[number] = [.. _chunks[number]];
            }

            return _chunks[number];
        }
    }
}
