namespace HelpDeskBot.Benchmarks.Engines;

/// <summary>Our engine first, and what it is compared with.</summary>
internal sealed class EngineSet(bool withLucene) : IDisposable
{
    public OurEngine Ours { get; } = new();

    public IReadOnlyList<IEngine> All => _all ??= withLucene ? [Ours, new LuceneEngine()] : [Ours];

    private IReadOnlyList<IEngine>? _all;

    public void Dispose()
    {
        foreach (var engine in _all ?? [])
        {
            engine.Dispose();
        }
    }
}
