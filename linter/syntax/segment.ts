/**
 * A stretch of a text whose nodes move together: they count from its offset. A change of the text before it moves the segment; one
 * within it replaces the segment and all its nodes.
 */
export interface Segment {
  /** In UTF-16 code units from the text's start; moves with the text. */
  offset: number;
}
