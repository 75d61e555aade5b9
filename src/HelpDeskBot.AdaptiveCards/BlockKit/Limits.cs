namespace HelpDeskBot.AdaptiveCards.BlockKit;

/// <summary>
/// What Slack accepts, in characters or elements: the validators of its Python SDK (slack_sdk/models/blocks), for a whole message what
/// bolt-js issues 2509 and 2867 measured.
/// </summary>
static class Limits
{
    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>The blocks of a view; Slack takes 250 kB for all of it.</summary>
    public const int ViewBytes = 240_000;

    /// <summary>All texts of one message; with its containers it must stay under about 13,200.</summary>
    public const int MessageText = 9_000;

    /// <summary>The text beside the blocks.</summary>
    public const int FallbackText = 4_000;

    public const int Header = 150;
    public const int Section = 3_000;
    public const int Field = 2_000;
    public const int FieldsInSection = 10;
    public const int ContextElements = 10;
    public const int ActionsElements = 25;

    /// <summary>Not documented for rich text; what holds for sections is safe.</summary>
    public const int RichText = 3_000;

    public const int ButtonText = 75;
    public const int ButtonValue = 2_000;
    public const int Url = 3_000;
    public const int AltText = 2_000;
    public const int Id = 255;

    public const int ViewTitle = 24;
    public const int ViewMetadata = 3_000;

    public const int InputLabel = 2_000;
    public const int InputText = 3_000;
    public const int Placeholder = 150;

    public const int OptionText = 75;
    public const int OptionValue = 150;
    public const int Options = 100;
    public const int OptionGroups = 100;

    /// <summary>Checkboxes and radio buttons.</summary>
    public const int OpenOptions = 10;
}
