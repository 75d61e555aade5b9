using System.Collections.Frozen;

namespace HelpDeskBot.AdaptiveCards.Vocabulary;

/// <summary>The vocabulary itself. A property is written <c>name</c>, <c>name:slot</c> or, if it must be there, <c>name!</c>.</summary>
static class Rules
{
    const string Item = "id:Text isVisible requires";
    const string Element = Item + " fallback:ElementFallback height separator spacing";
    const string Input =
        "id!:Text isVisible requires fallback:ElementFallback height separator spacing errorMessage:Text isRequired label:Text";
    const string Action = "title:Text iconUrl:Text id:Text style tooltip:Text isEnabled mode requires";

    public static readonly Rule Card = Make(
        "AdaptiveCard",
        "version!:Text $schema refresh:Refresh authentication body:Elements actions:Actions selectAction:Action fallbackText:Text "
        + "backgroundImage minHeight rtl speak:Text lang:Text verticalContentAlignment");

    public static readonly Rule Column = Make(
        "Column",
        "items:Elements backgroundImage bleed fallback:ElementFallback minHeight rtl separator spacing selectAction:Action style "
        + "verticalContentAlignment width " + Item,
        typeIsOptional: true);

    public static readonly Rule TextRun = Make(
        "TextRun", "text!:Text color fontType highlight isSubtle italic selectAction:Action size strikethrough underline weight");

    public static readonly Rule Fact = Make("Fact", "title!:Text value!:Text", typeIsOptional: true);

    public static readonly Rule Choice = Make("Input.Choice", "title!:Text value!:Text", typeIsOptional: true);

    public static readonly Rule Refresh = Make("Refresh", "action:Execute userIds", typeIsOptional: true);

    public static readonly Rule Execute = Make("Action.Execute", "verb:Text data associatedInputs fallback:ExecuteFallback " + Action);

    public static readonly Rule Submit = Make("Action.Submit", "data associatedInputs fallback:ActionFallback " + Action);

    public static readonly FrozenDictionary<string, Rule> Actions = ByType(
        Execute,
        Make("Action.OpenUrl", "url!:Text fallback:ActionFallback " + Action));

    public static readonly FrozenDictionary<string, Rule> Elements = ByType(
        Make(
            "TextBlock",
            "text!:Text color fontType horizontalAlignment isSubtle maxLines size weight wrap style " + Element),
        Make("RichTextBlock", "inlines!:Inlines horizontalAlignment " + Element),
        Make("FactSet", "facts!:Facts " + Element),
        Make("ColumnSet", "columns:Columns selectAction:Action style bleed minHeight horizontalAlignment " + Element),
        Make(
            "Container",
            "items!:Elements selectAction:Action style verticalContentAlignment bleed backgroundImage minHeight rtl " + Element),
        Make(
            "Image",
            "url!:Text altText:Text backgroundColor horizontalAlignment selectAction:Action size style width " + Element),
        Make("ActionSet", "actions!:Actions " + Element),
        Make("Input.Text", "isMultiline maxLength placeholder:Text regex style inlineAction:Action value:Text " + Input),
        Make("Input.ChoiceSet", "choices:Choices isMultiSelect style value:Text placeholder:Text wrap " + Input),
        Make("Input.Toggle", "title!:Text value:Text valueOff:Text valueOn:Text wrap " + Input),
        Make("Input.Date", "max min placeholder:Text value:Text " + Input),
        Make("Input.Time", "max min placeholder:Text value:Text " + Input),
        Make("Input.Number", "max min placeholder:Text value " + Input));

    static Rule Make(string type, string properties, bool typeIsOptional = false)
    {
        var words = properties.Split(' ').Select(word => word.Split(':')).ToList();
        return new Rule(
            type,
            words.ToFrozenDictionary(
                word => word[0].TrimEnd('!'),
                word => word.Length == 1 ? Slot.Value : Enum.Parse<Slot>(word[1]),
                StringComparer.Ordinal),
            [.. words.Where(word => word[0].EndsWith('!')).Select(word => word[0].TrimEnd('!'))],
            typeIsOptional);
    }

    static FrozenDictionary<string, Rule> ByType(params Rule[] rules) =>
        rules.ToFrozenDictionary(rule => rule.Type, StringComparer.Ordinal);
}
