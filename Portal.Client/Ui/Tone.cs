namespace Portal.Client.Ui;

/// <summary>What a colour says. It never says it alone: there is a word or a sign beside it.</summary>
public enum Tone
{
    Neutral,
    Accent,
    Info,
    Good,
    Warning,
    Bad,
}
