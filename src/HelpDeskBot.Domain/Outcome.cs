namespace HelpDeskBot.Domain;

/// <summary>Why an act was refused: a stable code with words in <c>cards/strings</c>, and the values those words mention.</summary>
public sealed record Refusal(string Code)
{
    /// <summary>Values for the words of the refusal, by placeholder name.</summary>
    public IReadOnlyDictionary<string, object> Details { get; init; } = new Dictionary<string, object>();

    /// <summary>The same refusal with one more value for its words.</summary>
    public Refusal With(string name, object value) =>
        this with { Details = new Dictionary<string, object>(Details) { [name] = value } };
}

/// <summary>What a decision or a use case answers: a value, or the refusal that says why not.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <summary>The refusal, or null when the act succeeded.</summary>
    public Refusal? Refusal { get; }

    public bool Succeeded => Refusal is null;

    /// <summary>The value of a success; reading it on a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) => Refusal is null ? next(_value!) : Refusal;

    public Outcome<TNext> Select<TNext>(Func<T, TNext> next) => Refusal is null ? next(_value!) : Refusal;

#pragma warning disable CA2225 // Conversions read better than named factories in decisions.
    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
#pragma warning restore CA2225
}
