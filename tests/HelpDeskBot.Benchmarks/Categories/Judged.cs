namespace HelpDeskBot.Benchmarks.Categories;

/// <summary>What was said of one text, by something that had not seen it.</summary>
/// <param name="Right">Its category.</param>
/// <param name="Said">The category that came first; null: nothing was said.</param>
/// <param name="Probability">How likely that was said to be.</param>
/// <param name="IsAutoFiled">Whether the threshold chosen in training let it pass.</param>
internal sealed record Judged(string Right, string? Said, double Probability, bool IsAutoFiled)
{
    public bool IsRight => Said == Right;
}
